package article

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"slugline/analyzer/text"
)

// kinds describes the blocks and asides of an article, one a line, in text order.
func kinds(a *Article) string {
	var b strings.Builder
	names := [...]string{"title", "deck", "heading", "paragraph"}
	i := 0
	for _, x := range a.Doc.Blocks {
		for i < len(a.SetAside) && a.SetAside[i].Start < x.Start {
			fmt.Fprintf(&b, "(%s) %s\n", a.SetAside[i].Reason, first(a.SetAside[i].Of(a.Doc.Source)))
			i++
		}
		fmt.Fprintf(&b, "%s: %s\n", names[x.Kind], first(x.Of(a.Doc.Source)))
	}
	for ; i < len(a.SetAside); i++ {
		fmt.Fprintf(&b, "(%s) %s\n", a.SetAside[i].Reason, first(a.SetAside[i].Of(a.Doc.Source)))
	}
	return b.String()
}

// first shortens s to its first three words.
func first(s string) string {
	f := strings.Fields(s)
	return strings.Join(f[:min(3, len(f))], " ")
}

func TestParse(t *testing.T) {
	const body = "The council of Lomé agreed on Tuesday to rebuild the covered market that burnt down last winter, the mayor's office said.\n"
	for _, c := range []struct{ name, title, in, want string }{
		{"empty", "", "", ""},
		{"one word", "", "Nairobi", "title: Nairobi\n"},
		{"a line is a paragraph", "", "Lomé to rebuild its market\n" + body + body,
			"title: Lomé to rebuild\nparagraph: The council of\nparagraph: The council of\n"},
		{"page furniture", "", "Skip to main content\nHome > News > Africa\nLomé to rebuild its market\nTraders will return before the rains, says mayor\nBy Afi Mensah, Lomé\nPublished 3 Nov 2025, 10:15 GMT\nShare on Facebook\nTweet\n0 comments\n" +
			body + "Advertisement\n" + body + "| Also Read: Togo opens a second port |\n© 2025 Lomé Herald. All rights reserved.\n",
			"(navigation) Skip to main\n(navigation) Home > News\ntitle: Lomé to rebuild\ndeck: Traders will return\n(byline) By Afi Mensah,\n(timestamp) Published 3 Nov\n(share) Share on Facebook\n(share) Tweet\n(share) 0 comments\n" +
				"paragraph: The council of\n(advertisement) Advertisement\nparagraph: The council of\n(also-read) | Also Read:\n(copyright) © 2025 Lomé\n"},
		{"title given apart and pasted again", "Lomé to rebuild its market", "LOMÉ TO REBUILD ITS MARKET\n" + body,
			"title: Lomé to rebuild\ntitle: LOMÉ TO REBUILD\nparagraph: The council of\n"},
		{"deck that says the first paragraph", "", "Fishermen from three villages on Lake Volta have blocked the ferry at Yeji to protest against new licence fees, halting traffic between north and south.\n" +
			"Fishermen from three villages on Lake Volta blocked the ferry at Yeji on Monday, halting all traffic between north and south for hours in protest against new licence fees that the ministry introduced.\n" + body,
			"deck: Fishermen from three\nparagraph: Fishermen from three\nparagraph: The council of\n"},
		{"hard-wrapped wire copy", "", "Ferry blocked on lake\n\nACCRA (GNA) - Fishermen from three villages blocked the ferry\nat Yeji on Monday, halting all traffic between the north and the\nsouth of the country for six hours.\n\n" +
			"Police said nobody was hurt, and that talks with the ministry on\nthe new licence fees would begin in the regional capital before\nthe week was out.\n",
			"title: Ferry blocked on\nparagraph: ACCRA (GNA) -\nparagraph: Police said nobody\n"},
		{"headings", "", "Lomé to rebuild its market\n\n" + body + "\nWhat the traders want\n\n" + body,
			"title: Lomé to rebuild\nparagraph: The council of\nheading: What the traders\nparagraph: The council of\n"},
		{"caption keeps its sentence", "", body + "A trader walks past the burnt stalls in Lomé on Friday. (AP Photo/Kofi Doe)\n" + body,
			"paragraph: The council of\nparagraph: A trader walks\n(credit) (AP Photo/Kofi Doe)\nparagraph: The council of\n"},
		{"list of other stories at the end", "", body + body + "Related stories\nTogo opens a second port\nFerry blocked on Lake Volta\n",
			"paragraph: The council of\nparagraph: The council of\n(also-read) Related stories\n(also-read) Togo opens a\n(also-read) Ferry blocked on\n"},
		{"nothing but boilerplate is what was asked about", "", "Subscribe now\n", "title: Subscribe now\n"},
		{"html source", "", "<html><head><title>Lomé to rebuild its market</title><script>var a = 'Paris';</script></head><body><nav><a href='/'>Home</a></nav><p>" +
			"The council of <b>Lomé</b> agreed on Tuesday to rebuild the covered market that burnt down last winter.</p>\n<p>Advertisement</p></body></html>",
			"(markup) <html>\n(markup) <head>\n(markup) <title>\ntitle: Lomé to rebuild\n(markup) </title>\n(markup) <script>var a =\n(markup) </head>\n(markup) <body>\n(navigation) <nav><a href='/'>Home</a></nav>\n(markup) <p>\n" +
				"paragraph: The council of\n(markup) <b>\n(markup) </b>\n(markup) </p>\n(markup) <p>\n(advertisement) Advertisement\n(markup) </p>\n(markup) </body>\n(markup) </html>\n"},
		{"signs that are no tags", "", "Analysts see a price < 5 and a yield > 3 for the stock <LMS> after the sale, the bank said in a note on Monday.", "paragraph: Analysts see a\n"},
		{"carriage returns", "", "Lomé to rebuild its market\r\r" + strings.ReplaceAll(body+"\n"+body, "\n", "\r\n"), "title: Lomé to rebuild\nparagraph: The council of\nparagraph: The council of\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := Parse(c.title, c.in)
			if got := kinds(a); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
			check(t, a, c.title, c.in)
		})
	}
}

// check fails the test unless spans lie inside the source, in order, without overlap.
func check(t *testing.T, a *Article, title, in string) {
	t.Helper()
	d := &a.Doc
	if want := in; title == "" && d.Source != want || title != "" && d.Source != title+"\n\n"+in || d.Source[d.TextStart:] != in {
		t.Fatal("the source is not what was pasted")
	}
	end := 0
	for _, b := range d.Blocks {
		if b.Start < end || b.End < b.Start || b.End > len(d.Source) {
			t.Fatalf("block %v after %d", b.Span, end)
		}
		end = b.End
		for _, k := range d.Tokens[b.First:b.Last] {
			if !b.Contains(k.Span) {
				t.Fatalf("token %v outside its block %v", k.Span, b.Span)
			}
		}
	}
	end = 0
	for _, x := range a.SetAside {
		if x.Start < end || x.End <= x.Start || x.End > len(d.Source) || x.Reason == "" {
			t.Fatalf("aside %v %q after %d", x.Span, x.Reason, end)
		}
		end = x.End
		for _, k := range d.Tokens {
			if k.Start < x.End && x.Start < k.End {
				t.Fatalf("token %q is set aside", k.Of(d.Source))
			}
		}
	}
	for _, p := range []text.Span{a.Title, a.Deck, a.Byline, a.Dateline, a.Published} {
		if p.Start < 0 || p.End < p.Start || p.End > len(d.Source) {
			t.Fatalf("span %v", p)
		}
	}
}

func TestDatelines(t *testing.T) {
	const rest = "The ministry said on Friday that the bridge over the river would open to traffic before the rains."
	for in, want := range map[string]string{
		"WASHINGTON (AP) — " + rest:                            "WASHINGTON (AP)",
		"NEW DELHI, March 3 (Reuters) - " + rest:               "NEW DELHI, March 3 (Reuters)",
		"GULU, UGANDA, Jun 3 2022 (IPS) - " + rest:             "GULU, UGANDA, Jun 3 2022 (IPS)",
		"KAMPALA -- " + rest:                                   "KAMPALA",
		"Cape Town - " + rest:                                  "Cape Town",
		"KUWAIT: " + rest:                                      "KUWAIT",
		"JOPLIN, Mo. • " + rest:                                "JOPLIN, Mo.",
		"SÃO PAULO/RIO DE JANEIRO — " + rest:                   "SÃO PAULO/RIO DE JANEIRO",
		"Opinion: " + rest:                                     "",
		"The minister — he said — " + rest:                     "",
		"India–US trade – the old story – is growing, " + rest: "",
		"Awino Okech - the party's leader - said on Monday that the bridge over the river would open.": "",
		rest: "",
	} {
		a := Parse("A title", in)
		if got := a.Dateline.Of(a.Doc.Source); got != want {
			t.Errorf("%.40q: dateline %q, want %q", in, got, want)
		}
		if n := len(a.Doc.Blocks); n != 2 || a.Doc.Blocks[1].Of(a.Doc.Source) != in {
			t.Errorf("%.40q: the dateline left its paragraph", in)
		}
	}
}

func TestBylines(t *testing.T) {
	for line, want := range map[string]bool{
		"By Jane Doe": true, "BY JANE DOE": true, "By Jane Doe and Kofi Annor in Accra": true, "By JANE DOE, Associated Press Writer": true,
		"Jane Doe | Staff Reporter": true, "Jane Doe, Nairobi": true, "Reuters Staff": true, "Written by Jane Doe": true,
		"By then it was too late": false, "By the river": false, "Hope for Nairobi": false,
	} {
		a := Parse("", "Lake ferry blocked by fishermen\n"+line+"\nFishermen from three villages blocked the ferry on Monday, halting all traffic between the north and the south.\n")
		if got := a.Byline.Of(a.Doc.Source) == line; got != want {
			t.Errorf("%q: byline %v, want %v", line, got, want)
		}
	}
}

// The section above the headline is no headline.
func TestSectionAboveTitle(t *testing.T) {
	const title, body = "Tallinn start-up raises money for heat pumps", "TALLINN — A company that fits heat pumps the size of a suitcase into old flats has raised 38 million euros, it said on Wednesday."
	for _, section := range []string{"TECHNOLOGY", "Business", "Football"} {
		a := Parse("", section+"\n"+title+"\n\n"+body+"\n")
		if got := a.Title.Of(a.Doc.Source); got != title || len(a.SetAside) != 1 || a.SetAside[0].Reason != Navigation {
			t.Errorf("%s: title %q, set aside %v", section, got, a.SetAside)
		}
	}
	a := Parse("", "Football\n\n"+body+"\n")
	if got := a.Title.Of(a.Doc.Source); got != "Football" {
		t.Errorf("the only title is %q", got)
	}
}

// Sentences that begin like boilerplate stay in the article.
func TestSentencesStay(t *testing.T) {
	for _, s := range []string{
		"Related parties were barred from bidding, the regulator said.",
		"Read more slowly, the teacher told her class in Kumasi.",
		"Share prices fell in Mumbai on Thursday.",
		"Advertisement spending rose by a third, according to the bureau.",
		"Subscribers to the service will pay more from June.",
		"Photo identification will be needed at the polls, officials said.",
		"Photos by satellite show that the camp is empty.",
		"Source-code of the voting machines was published on Monday.",
		"See-saw trading left the index where it had started.",
		"Video-sharing sites were blocked in the province.",
		"Copyright law does not protect recipes, the court held.",
		"Updated figures are due on Tuesday.",
		"Published in 1962, the novel made him famous.",
		"Page one of the treaty names three ports.",
		"Search teams found the wreck off Zanzibar.",
		"Follow-up talks begin in Doha on Sunday.",
		"Print media lost readers again.",
		"Home Minister Anil Rao and Sports Minister Lila Das resigned.",
		"He said: \"Watch what they do\" (and then left for Geneva).",
		"The vote went 12-3 (Kenya/Uganda abstaining)",
		"“We use cookies,” the baker joked, “to pay the rent.”",
		"Sign language will be taught in all schools.",
		"Topics ranged from fishing rights to the price of rice.",
	} {
		a := Parse("", "The first paragraph of this story is long enough to be one, and says that talks went on.\n"+s+"\nThe last paragraph of this story says that they will go on again in the spring.\n")
		if len(a.SetAside) > 0 {
			t.Errorf("set aside: %q (%s)", a.SetAside[0].Of(a.Doc.Source), a.SetAside[0].Reason)
		}
	}
}

func TestBoilerplate(t *testing.T) {
	for s, want := range map[string]string{
		"| Also Read: A story |": AlsoRead, "READ MORE: A story": AlsoRead, "RELATED: A story": AlsoRead, "Read more »": AlsoRead, "ALSO READ | A story": AlsoRead,
		"— ADVERTISEMENT —": Advertisement, "Sponsored by Acme": Advertisement, "Story continues below advertisement": Advertisement,
		"Sign up for our daily newsletter and never miss a story": Subscribe, "Already a subscriber? Sign in": Subscribe, "To continue reading, create an account.": Subscribe,
		"Photo: Jane Doe": Credit, "(Image: Getty)": Credit, "File photo": Credit, "Photo by Jane Doe": Credit, "Jane Doe/Reuters": Credit, "With inputs from PTI": Credit,
		"Share on Facebook": Share, "Facebook Twitter WhatsApp Email": Share, "12 Comments": Share, "Print Email": Share, "1.2k shares": Share,
		"© 2024 Acme News": Copyright, "Copyright 2024 The Acme News. All rights reserved.": Copyright,
		"We use cookies to improve your experience.": Cookies, "Accept all cookies": Cookies,
		"Home | World | Politics | Sport": Navigation, "Skip to content": Navigation, "Home » India": Navigation,
		"Published 3 Nov 2025, 10:15 IST": Timestamp, "Updated: 2 hours ago": Timestamp, "Friday, January 4, 2019": Timestamp, "Last updated on November 3, 2025 at 10.15am": Timestamp,
		"Tags: Kenya, drought": Tags, "Filed under: Politics": Tags, "Listen to this article": Audio, "Page 1 of 3": Pagination, "1 2 3 Next": Pagination,
		"(Reporting by Jane Doe; Editing by Kofi Annor)": Byline,
		"2025": "", "May": "", "* * *": "", "Kenya": "", "The U.S.": "", "Mumbai/Delhi": "",
	} {
		if got := boilerplate(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

func TestLooksEnglish(t *testing.T) {
	for s, want := range map[string]bool{
		"": true, "Nairobi": true, "Modi meets Rubio in Washington": true, "Las Vegas beats Los Angeles": true, "Tour de France stage cancelled": true,
		"Shares fell 3% on Friday after the bank cut its forecast.": true,
		"外交部长星期二在华盛顿会见了美国国务卿。":                                      false,
		"विदेश मंत्री ने मंगलवार को वॉशिंगटन में अमेरिकी विदेश मंत्री से मुलाकात की।":                                            false,
		"Le ministre des Affaires étrangères a rencontré mardi à Washington le secrétaire d'État pour parler de la paix.":        false,
		"Der Außenminister hat am Dienstag in Washington mit dem Minister über die Lage in der Region und den Handel gesprochen": false,
		"El ministro se reunió el martes en Washington con el secretario para hablar de los minerales y la paz.":                 false,
		"😀 🎉 🚀": false,
	} {
		a := Parse("", s)
		if got := LooksEnglish(&a.Doc); got != want {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	}
}

func TestSeedArticle(t *testing.T) {
	b, err := os.ReadFile("../../../shared/data/seed/article.txt")
	if err != nil {
		t.Skip("no ../shared/data")
	}
	a := Parse("", string(b))
	if len(a.SetAside) != 1 || a.SetAside[0].Reason != AlsoRead || !strings.HasPrefix(a.SetAside[0].Of(a.Doc.Source), "| Also Read") {
		t.Errorf("set aside: %v", a.SetAside)
	}
	if a.Title.Len() != 0 || a.Doc.Blocks[0].Kind != text.Deck || a.Deck != a.Doc.Blocks[0].Span {
		t.Errorf("title %v, deck %v", a.Title, a.Deck)
	}
}

// Five megabytes of anything are taken apart within seconds.
func TestHugeInputs(t *testing.T) {
	const size = 5 << 20
	for name, unit := range map[string]string{"letters": "A", "line feeds": "\n", "tags": "<p>", "open scripts": "<script>", "open quotes": "<a ='\"<a =\"'", "references": "&a", "bars": "| ", "comments": "<!--<p></p>"} {
		start := time.Now()
		Parse("", strings.Repeat(unit, size/len(unit)))
		if d := time.Since(start); d > 5*time.Second {
			t.Errorf("%s: %v", name, d)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("", "WASHINGTON (AP) — Text.\n\nRead more: x")
	f.Add("T", "<p>a &amp; b</p><b>c</b>\n<script>x</script>")
	f.Add("", "a | Also read: b |\r\n(Photo: x)\u2028\xff\xfe")
	f.Fuzz(func(t *testing.T, title, in string) {
		a := Parse(title, in)
		check(t, a, title, in)
		LooksEnglish(&a.Doc)
	})
}

func ExampleParse() {
	a := Parse("", "Ferry blocked on Lake Volta\nBy Afi Mensah\nACCRA (GNA) - Fishermen blocked the ferry at Yeji on Monday to protest against new licence fees.\nAdvertisement\n")
	fmt.Println(a.Title.Of(a.Doc.Source))
	fmt.Println(a.Byline.Of(a.Doc.Source))
	fmt.Println(a.Dateline.Of(a.Doc.Source))
	for _, s := range a.SetAside {
		fmt.Printf("%s: %s\n", s.Reason, s.Of(a.Doc.Source))
	}
	// Output:
	// Ferry blocked on Lake Volta
	// By Afi Mensah
	// ACCRA (GNA)
	// byline: By Afi Mensah
	// advertisement: Advertisement
}

func BenchmarkParse(b *testing.B) {
	in := "Ferry blocked on Lake Volta\n" + strings.Repeat("Fishermen from three villages blocked the ferry at Yeji on Monday, halting all traffic between the north and the south.\n", 45)
	b.SetBytes(int64(len(in)))
	for b.Loop() {
		Parse("", in)
	}
}
