package article

// The phrases of boilerplate, written for this project from what news pages carry.
// All are in folded form (see fold).

// wholeLine names a line that is boilerplate when it consists of just this.
func wholeLine(key string) string {
	switch key {
	case "advertisement", "advertisements", "advertising", "ad", "sponsored", "sponsored content", "paid content", "promoted",
		"story continues below advertisement", "story continues below", "article continues below", "article continues below advertisement",
		"article continues after advertisement", "article continues after ad", "continue reading below", "continues below advertisement",
		"scroll to continue", "scroll down to continue", "advertisement - scroll to continue", "report this ad", "remove ads", "paid post",
		"sponsor message", "from our advertisers", "partner content", "content continues below":
		return Advertisement
	case "also read", "read more", "read also", "see also", "related", "related stories", "related articles", "related news", "related topics",
		"related coverage", "related content", "read next", "up next", "more stories", "more on this story", "more from this section",
		"more from this author", "recommended", "recommended for you", "recommended stories", "recommended articles", "you may also like",
		"you might also like", "you may like", "most read", "most popular", "most viewed", "most shared", "trending", "trending now", "trending stories",
		"top stories", "latest stories", "latest news", "more news", "more top stories", "editor's picks", "editors' picks", "editor's pick",
		"don't miss", "must read", "must reads", "in case you missed it", "continue reading", "keep reading", "read the full story",
		"read full story", "read full article", "show more", "load more", "view all", "see all", "view more", "see more", "explore more",
		"from around the web", "around the web", "popular now", "what to read next", "more like this", "suggested reading", "further reading",
		"click here for more", "full story", "more in this section", "also in this section", "next story", "next article", "previous article",
		"previous story", "popular stories", "featured stories", "elsewhere on the web", "promoted stories", "watch more", "more videos",
		"related links", "related video", "related videos", "watch now", "watch live", "watch the video", "play video":
		return AlsoRead
	case "subscribe", "subscribe now", "subscribe today", "sign in", "sign up", "sign up now", "log in", "login", "register", "register now",
		"my account", "create account", "create an account", "newsletter", "newsletters", "our newsletters", "subscribers only",
		"subscriber only", "subscriber exclusive", "premium", "premium content", "already a subscriber? sign in", "already a subscriber? log in",
		"already a member? sign in", "already have an account? sign in", "already have an account? log in", "not a subscriber? subscribe now",
		"thank you for reading", "thanks for reading", "support us", "donate", "donate now", "become a member", "join now", "start your free trial",
		"follow us", "get the app", "download the app", "download app", "download our app", "email address", "enter your email",
		"enter your email address", "your email address", "thank you for subscribing", "thanks for signing up", "manage your account",
		"this article is for subscribers only", "continue with google", "continue with facebook", "forgot password",
		"forgot your password", "i'm already a subscriber", "unlock this article", "follow", "join us", "turn on notifications",
		"get notifications", "enable notifications", "allow notifications", "follow us on", "connect with us", "stay connected", "stay informed":
		return Subscribe
	case "share", "share this", "share this article", "share this story", "share article", "share story", "share on facebook", "share on twitter",
		"share on x", "share on whatsapp", "share on linkedin", "share via email", "share this post", "share with friends", "tweet", "tweet this",
		"retweet", "email this", "email this article", "email this story", "print", "print this", "print article", "print this article",
		"print email", "email", "e-mail", "copy link", "copy url", "link copied", "copied", "copy the link", "comments", "comment", "leave a comment", "post a comment",
		"add a comment", "no comments", "no comments yet", "view comments", "show comments", "join the conversation", "join the discussion",
		"be the first to comment", "save", "save article", "save this article", "save for later", "bookmark", "bookmark this", "like", "likes",
		"facebook", "twitter", "whatsapp", "linkedin", "telegram", "pinterest", "reddit", "instagram", "x", "gift this article", "text size", "font size",
		"increase text size", "decrease text size", "listen share", "write a comment", "comments are closed", "add as a preferred source on google",
		"follow on google news", "add as preferred source on google", "report an error", "report a typo", "request a correction", "send us a tip":
		return Share
	case "listen", "listen to this article", "listen to this story", "listen to article", "listen to story", "listen now", "play audio", "audio",
		"listen to the article", "play", "pause", "your browser does not support the audio element", "your browser does not support audio",
		"your browser does not support the video tag", "video player is loading", "this is a modal window":
		return Audio
	case "menu", "main menu", "search", "home", "close", "close menu", "open menu", "skip to content", "skip to main content", "skip to navigation",
		"skip to main menu", "back to top", "scroll to top", "go back", "toggle navigation", "toggle menu", "jump to content", "sections", "all sections",
		"site map", "sitemap", "contact us", "about us", "privacy policy", "terms of use", "terms of service", "terms & conditions",
		"terms and conditions", "help", "faq", "faqs", "advertise with us", "careers", "rss", "rss feed", "e-paper", "epaper",
		"today's paper", "live tv", "language", "change language", "select language", "english edition", "site index", "breadcrumb", "you are here":
		return Navigation
	case "accept", "accept all", "accept cookies", "accept all cookies", "reject all", "reject all cookies", "cookie settings", "cookie policy",
		"cookie preferences", "manage cookies", "manage preferences", "cookies", "privacy settings", "i agree", "got it", "cookie notice",
		"we value your privacy", "your privacy choices", "do not sell my personal information", "do not sell or share my personal information":
		return Cookies
	case "file photo", "file picture", "file image", "file pic", "representational image", "representative image", "representative photo",
		"representational photo", "stock photo", "stock image", "photo file", "image for representation", "image for representation only",
		"for representational purposes only", "for representation only", "photo", "photos", "image", "picture", "getty images", "shutterstock", "enlarge",
		"enlarge this image", "view image in fullscreen", "open image in gallery", "toggle caption", "hide caption", "image caption", "image source",
		"photo gallery", "view gallery", "expand image", "click to enlarge", "pti photo", "ani photo", "ap photo", "afp photo", "reuters photo",
		"courtesy photo", "handout photo", "screengrab", "photo credit", "image credit", "show caption", "caption", "click to expand image":
		return Credit
	case "reuters", "reuters staff", "ap", "associated press", "the associated press", "afp", "pti", "ani", "ians", "xinhua", "dpa",
		"bloomberg", "press trust of india", "agence france-presse", "staff reporter", "staff writer", "staff correspondent", "our correspondent",
		"special correspondent", "our special correspondent", "our bureau", "bureau", "agencies", "agency", "news desk", "web desk", "staff report",
		"by staff reporter", "by staff writer", "by our correspondent", "by a staff reporter", "express news service", "tribune news service",
		"news service", "correspondent", "tnn", "online desk", "press release", "by reuters", "by afp", "by ap", "by ani", "by pti", "by agencies",
		"ap/pti", "via ap", "from our correspondent", "from our staff", "by associated press", "by the associated press", "by agency", "by our reporter",
		"with agency inputs", "with inputs from agencies", "with input from agencies", "with inputs from agency", "digital desk", "by staff", "by news desk":
		return Byline
	case "next page", "previous page", "next", "previous", "prev", "page", "single page", "view as single page", "load next page":
		return Pagination
	}
	return ""
}

// openers open a line that is boilerplate as a whole. None of them opens a
// sentence when followed as their rule says.
var openers = [...]opener{
	{"also read", colon, AlsoRead}, {"also see", colon, AlsoRead}, {"also watch", colon, AlsoRead}, {"also on", colon, AlsoRead},
	{"read also", colon, AlsoRead}, {"read more", colon, AlsoRead}, {"read", colon, AlsoRead}, {"read next", colon, AlsoRead},
	{"read here", colon, AlsoRead}, {"read this", colon, AlsoRead}, {"must read", colon, AlsoRead}, {"see also", colon, AlsoRead},
	{"see more", colon, AlsoRead}, {"see", colon, AlsoRead}, {"related", colon, AlsoRead}, {"related story", colon, AlsoRead}, {"related stories", colon, AlsoRead},
	{"related article", colon, AlsoRead}, {"related articles", colon, AlsoRead}, {"related news", colon, AlsoRead}, {"related coverage", colon, AlsoRead},
	{"more on this", colon, AlsoRead}, {"more on this story", colon, AlsoRead}, {"more from", colon, AlsoRead}, {"recommended", colon, AlsoRead},
	{"watch", colon, AlsoRead}, {"watch live", colon, AlsoRead}, {"watch video", colon, AlsoRead}, {"video", colon, AlsoRead}, {"listen", colon, AlsoRead},
	{"don't miss", colon, AlsoRead}, {"you may also like", colon, AlsoRead}, {"up next", colon, AlsoRead}, {"continue reading", colon, AlsoRead},
	{"in pics", colon, AlsoRead}, {"in pictures", colon, AlsoRead}, {"in case you missed it", colon, AlsoRead},
	{"in photos", colon, AlsoRead}, {"follow live updates", colon, AlsoRead}, {"live updates", colon, AlsoRead}, {"click here to read", anyShow, AlsoRead},
	{"click here for the full story", anyShow, AlsoRead}, {"read the full story", anyShow, AlsoRead}, {"read more about", anyShow, AlsoRead},
	{"read more on", anyShow, AlsoRead}, {"read more at", anyShow, AlsoRead}, {"read all the latest news", anyShow, AlsoRead}, {"for more news", anyShow, AlsoRead},
	{"read the latest news", anyShow, AlsoRead}, {"catch all the", anyShow, AlsoRead}, {"for all the latest", anyShow, AlsoRead},
	{"check out the latest", anyShow, AlsoRead}, {"click here for", anyShow, AlsoRead}, {"click here to", anyShow, AlsoRead},

	{"advertisement", colon, Advertisement}, {"sponsored", colon, Advertisement}, {"sponsored by", anyShow, Advertisement},
	{"this is a sponsored", anyShow, Advertisement}, {"presented by", colon, Advertisement},

	{"subscribe to our", anyShow, Subscribe}, {"subscribe to the", anyShow, Subscribe}, {"subscribe now", anyShow, Subscribe}, {"subscribe today", anyShow, Subscribe},
	{"subscribe for", anyShow, Subscribe}, {"sign up for our", anyShow, Subscribe}, {"sign up for the", anyShow, Subscribe}, {"sign up here", anyShow, Subscribe},
	{"sign up to our", anyShow, Subscribe}, {"sign up to receive", anyShow, Subscribe}, {"sign up for free", anyShow, Subscribe},
	{"sign in to", anyShow, Subscribe}, {"log in to", anyShow, Subscribe}, {"already a subscriber", anyShow, Subscribe}, {"already a member", anyShow, Subscribe},
	{"already have an account", anyShow, Subscribe}, {"don't have an account", anyShow, Subscribe}, {"not a subscriber", anyShow, Subscribe},
	{"get the latest news", anyShow, Subscribe}, {"get our daily", anyShow, Subscribe}, {"get unlimited access", anyShow, Subscribe},
	{"get our newsletter", anyShow, Subscribe}, {"get breaking news", anyShow, Subscribe}, {"get the day's", anyShow, Subscribe}, {"to continue reading", anyShow, Subscribe},
	{"to read the full story", anyShow, Subscribe}, {"to read this article", anyShow, Subscribe}, {"this article is for subscribers", anyShow, Subscribe},
	{"this content is for subscribers", anyShow, Subscribe}, {"this story is for subscribers", anyShow, Subscribe}, {"this is a subscriber", anyShow, Subscribe},
	{"you have reached your limit", anyShow, Subscribe}, {"you have read your last free", anyShow, Subscribe}, {"join our whatsapp", anyShow, Subscribe},
	{"join our telegram", anyShow, Subscribe}, {"join our newsletter", anyShow, Subscribe}, {"join us on", anyShow, Subscribe}, {"follow us on", anyShow, Subscribe},
	{"like us on facebook", anyShow, Subscribe}, {"download our app", anyShow, Subscribe}, {"download the app", anyShow, Subscribe}, {"find us on facebook", anyShow, Subscribe},
	{"stay up to date with", anyShow, Subscribe}, {"stay updated with", anyShow, Subscribe}, {"support our journalism", anyShow, Subscribe}, {"support independent journalism", anyShow, Subscribe},
	{"enter your email", anyShow, Subscribe}, {"by signing up", anyShow, Subscribe}, {"by subscribing", anyShow, Subscribe}, {"by clicking sign up", anyShow, Subscribe},
	{"newsletter", colon, Subscribe}, {"subscribe", colon, Subscribe}, {"unlock unlimited", anyShow, Subscribe}, {"this site is protected by recaptcha", anyShow, Subscribe},

	{"we use cookies", anyShow, Cookies}, {"this site uses cookies", anyShow, Cookies}, {"this website uses cookies", anyShow, Cookies}, {"our website uses cookies", anyShow, Cookies},
	{"we and our partners", anyShow, Cookies}, {"by continuing to use", anyShow, Cookies}, {"by continuing to browse", anyShow, Cookies}, {"by using this site", anyShow, Cookies},
	{"by using our site", anyShow, Cookies}, {"we and our advertising partners", anyShow, Cookies},

	{"photo", byName, Credit}, {"photos", byName, Credit}, {"photograph", byName, Credit}, {"photographs", byName, Credit}, {"photography", byName, Credit},
	{"photo credit", byName, Credit}, {"photo credits", byName, Credit}, {"photo courtesy", anyShow, Credit}, {"image", byName, Credit}, {"images", byName, Credit},
	{"image credit", byName, Credit}, {"image credits", byName, Credit}, {"image source", byName, Credit}, {"image courtesy", byName, Credit}, {"picture", byName, Credit},
	{"pictures", byName, Credit}, {"picture credit", byName, Credit}, {"picture courtesy", byName, Credit}, {"pic", byName, Credit}, {"pic credit", byName, Credit},
	{"file photo", byName, Credit}, {"file picture", byName, Credit}, {"file image", byName, Credit}, {"credit", byName, Credit}, {"credits", byName, Credit},
	{"illustration", byName, Credit}, {"graphic", byName, Credit}, {"video by", byName, Credit}, {"featured image", byName, Credit}, {"cover photo", byName, Credit},
	{"source", byName, Credit}, {"representational image", byName, Credit}, {"representative image", byName, Credit}, {"with inputs from", anyShow, Credit},
	{"with agency inputs", anyShow, Credit}, {"this story has been published from a wire", anyShow, Credit}, {"this story has not been edited by", anyShow, Credit},
	{"except for the headline, this story", anyShow, Credit}, {"this article was originally published", anyShow, Credit},
	{"this article originally appeared", anyShow, Credit}, {"this story was originally published", anyShow, Credit}, {"this story originally appeared", anyShow, Credit},
	{"this article first appeared", anyShow, Credit}, {"our standards", colon, Credit}, {"the views expressed in this article", anyShow, Credit},

	{"reporting by", anyShow, Byline}, {"additional reporting by", anyShow, Byline}, {"editing by", anyShow, Byline}, {"writing by", anyShow, Byline},
	{"edited by", byName, Byline}, {"written by", byName, Byline}, {"compiled by", byName, Byline}, {"story by", byName, Byline}, {"author", byName, Byline}, {"reported by", byName, Byline},
	{"byline", colon, Byline}, {"report by", byName, Byline},

	{"tags", colon, Tags}, {"tag", colon, Tags}, {"topics", colon, Tags}, {"filed under", colon, Tags}, {"keywords", colon, Tags}, {"categories", colon, Tags},
	{"category", colon, Tags}, {"related topics", colon, Tags}, {"more about", colon, Tags}, {"posted in", colon, Tags}, {"filed in", colon, Tags},

	{"share this", colon, Share}, {"share on", colon, Share}, {"share", colon, Share}, {"skip to", anyShow, Navigation}, {"you are here", colon, Navigation},
	{"listen to this article", anyShow, Audio}, {"listen to this story", anyShow, Audio}, {"listen to article", anyShow, Audio}, {"reading time", colon, Audio},
	{"estimated reading time", colon, Audio}, {"read time", colon, Audio},
}

// isSection names the sections that menus list.
func isSection(part string) bool {
	switch part {
	case "home", "news", "world", "india", "politics", "business", "economy", "markets", "sport", "sports", "cricket", "football", "entertainment", "lifestyle",
		"life", "life & style", "opinion", "opinions", "tech", "technology", "science", "health", "education", "culture", "arts", "travel", "video", "videos", "photos",
		"photo", "weather", "local", "national", "nation", "international", "us", "u.s", "uk", "asia", "africa", "europe", "americas", "middle east", "money",
		"finance", "features", "feature", "environment", "climate", "style", "food", "books", "music", "movies", "film", "tv", "audio", "podcasts", "games", "jobs", "classifieds",
		"obituaries", "crime", "states", "city", "cities", "latest", "latest news", "top news", "breaking news", "top stories", "live", "live tv", "e-paper", "epaper",
		"elections", "editorial", "editorials", "columns", "columnists", "analysis", "blogs", "magazine", "more", "search", "menu", "login", "log in", "sign in",
		"subscribe", "register", "contact", "contact us", "about", "about us", "privacy", "privacy policy", "terms", "terms of use", "cookies", "help", "advertise", "careers":
		return true
	}
	return false
}
