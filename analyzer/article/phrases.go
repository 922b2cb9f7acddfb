package article

import "slugline/analyzer/text"

// The phrases of boilerplate, written for this project from what news pages carry.
// All are in folded form (see fold).

// wholeLines are the lines that are boilerplate when they consist of just this.
var wholeLines = [...]struct {
	lines  text.List
	reason string
}{
	{text.List("ad|advertisement|advertisement - scroll to continue|advertisements|advertising|article continues after ad|" +
		"article continues after advertisement|article continues below|article continues below advertisement|content continues below|" +
		"continue reading below|continues below advertisement|from our advertisers|paid content|paid post|partner content|promoted|remove ads|" +
		"report this ad|scroll down to continue|scroll to continue|sponsor message|sponsored|sponsored content|story continues below|" +
		"story continues below advertisement"), Advertisement},
	{text.List("also in this section|also read|around the web|click here for more|continue reading|don't miss|editor's pick|editor's picks|editors' picks|" +
		"elsewhere on the web|explore more|featured stories|from around the web|full story|further reading|in case you missed it|keep reading|" +
		"latest news|latest stories|load more|more from this author|more from this section|more in this section|more like this|more news|" +
		"more on this story|more stories|more top stories|more videos|most popular|most read|most shared|most viewed|must read|must reads|" +
		"next article|next story|play video|popular now|popular stories|previous article|previous story|promoted stories|read also|read full article|" +
		"read full story|read more|read next|read the full story|recommended|recommended articles|recommended for you|recommended stories|related|" +
		"related articles|related content|related coverage|related links|related news|related stories|related topics|related video|related videos|" +
		"see all|see also|see more|show more|suggested reading|top stories|trending|trending now|trending stories|up next|view all|view more|" +
		"watch live|watch more|watch now|watch the video|what to read next|you may also like|you may like|you might also like"), AlsoRead},
	{text.List("allow notifications|already a member? sign in|already a subscriber? log in|already a subscriber? sign in|already have an account? log in|" +
		"already have an account? sign in|become a member|connect with us|continue with facebook|continue with google|create account|" +
		"create an account|donate|donate now|download app|download our app|download the app|email address|enable notifications|enter your email|" +
		"enter your email address|follow|follow us|follow us on|forgot password|forgot your password|get notifications|get the app|" +
		"i'm already a subscriber|join now|join us|log in|login|manage your account|my account|newsletter|newsletters|" +
		"not a subscriber? subscribe now|our newsletters|premium|premium content|register|register now|sign in|sign up|sign up now|" +
		"start your free trial|stay connected|stay informed|subscribe|subscribe now|subscribe today|subscriber exclusive|subscriber only|" +
		"subscribers only|support us|thank you for reading|thank you for subscribing|thanks for reading|thanks for signing up|" +
		"this article is for subscribers only|turn on notifications|unlock this article|your email address"), Subscribe},
	{text.List("add a comment|add as a preferred source on google|add as preferred source on google|be the first to comment|bookmark|bookmark this|comment|" +
		"comments|comments are closed|copied|copy link|copy the link|copy url|decrease text size|e-mail|email|email this|email this article|" +
		"email this story|facebook|follow on google news|font size|gift this article|increase text size|instagram|join the conversation|" +
		"join the discussion|leave a comment|like|likes|link copied|linkedin|listen share|no comments|no comments yet|pinterest|post a comment|print|" +
		"print article|print email|print this|print this article|reddit|report a typo|report an error|request a correction|retweet|save|save article|" +
		"save for later|save this article|send us a tip|share|share article|share on facebook|share on linkedin|share on twitter|share on whatsapp|" +
		"share on x|share story|share this|share this article|share this post|share this story|share via email|share with friends|show comments|" +
		"telegram|text size|tweet|tweet this|twitter|view comments|whatsapp|write a comment|x"), Share},
	{text.List("audio|listen|listen now|listen to article|listen to story|listen to the article|listen to this article|listen to this story|pause|play|" +
		"play audio|this is a modal window|video player is loading|your browser does not support audio|" +
		"your browser does not support the audio element|your browser does not support the video tag"), Audio},
	{text.List("about us|advertise with us|all sections|back to top|breadcrumb|careers|change language|close|close menu|contact us|e-paper|english edition|" +
		"epaper|faq|faqs|go back|help|home|jump to content|language|live tv|main menu|menu|open menu|privacy policy|rss|rss feed|scroll to top|" +
		"search|sections|select language|site index|site map|sitemap|skip to content|skip to main content|skip to main menu|skip to navigation|" +
		"terms & conditions|terms and conditions|terms of service|terms of use|today's paper|toggle menu|toggle navigation|you are here"), Navigation},
	{text.List("accept|accept all|accept all cookies|accept cookies|cookie notice|cookie policy|cookie preferences|cookie settings|cookies|" +
		"do not sell my personal information|do not sell or share my personal information|got it|i agree|manage cookies|manage preferences|" +
		"privacy settings|reject all|reject all cookies|we value your privacy|your privacy choices"), Cookies},
	{text.List("afp photo|ani photo|ap photo|caption|click to enlarge|click to expand image|courtesy photo|enlarge|enlarge this image|expand image|" +
		"file image|file photo|file pic|file picture|for representation only|for representational purposes only|getty images|handout photo|" +
		"hide caption|image|image caption|image credit|image for representation|image for representation only|image source|open image in gallery|" +
		"photo|photo credit|photo file|photo gallery|photos|picture|pti photo|representational image|representational photo|representative image|" +
		"representative photo|reuters photo|screengrab|show caption|shutterstock|stock image|stock photo|toggle caption|view gallery|" +
		"view image in fullscreen"), Credit},
	{text.List("afp|agence france-presse|agencies|agency|ani|ap|ap/pti|associated press|bloomberg|bureau|by a staff reporter|by afp|by agencies|by agency|" +
		"by ani|by ap|by associated press|by news desk|by our correspondent|by our reporter|by pti|by reuters|by staff|by staff reporter|" +
		"by staff writer|by the associated press|correspondent|digital desk|dpa|express news service|from our correspondent|from our staff|ians|" +
		"news desk|news service|online desk|our bureau|our correspondent|our special correspondent|press release|press trust of india|pti|reuters|" +
		"reuters staff|special correspondent|staff correspondent|staff report|staff reporter|staff writer|the associated press|tnn|" +
		"tribune news service|via ap|web desk|with agency inputs|with input from agencies|with inputs from agencies|with inputs from agency|xinhua"), Byline},
	{text.List("load next page|next|next page|page|prev|previous|previous page|single page|view as single page"), Pagination},
}

// wholeLine names the boilerplate that a line consists of, or "".
func wholeLine(key string) string {
	for i := range wholeLines {
		if wholeLines[i].lines.Has(key) {
			return wholeLines[i].reason
		}
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
	return text.List("about|about us|advertise|africa|americas|analysis|arts|asia|audio|blogs|books|breaking news|business|careers|cities|city|classifieds|" +
		"climate|columnists|columns|contact|contact us|cookies|cricket|crime|culture|e-paper|economy|editorial|editorials|education|elections|" +
		"entertainment|environment|epaper|europe|feature|features|film|finance|food|football|games|health|help|home|india|international|jobs|latest|" +
		"latest news|life|life & style|lifestyle|live|live tv|local|log in|login|magazine|markets|menu|middle east|money|more|movies|music|nation|" +
		"national|news|obituaries|opinion|opinions|photo|photos|podcasts|politics|privacy|privacy policy|register|science|search|sign in|sport|" +
		"sports|states|style|subscribe|tech|technology|terms|terms of use|top news|top stories|travel|tv|u.s|uk|us|video|videos|weather|world").Has(part)
}
