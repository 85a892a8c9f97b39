import type { PageCase } from './page-case.ts';

export const hi: readonly PageCase[] = [
  {
    build: 'article element: pointer with a label between paragraphs, app line, tags, next story',
    url: 'https://www.samudratat.example/state/night-ferry-from-april-48213.html',
    byline: ['मीरा जोशी'],
    published: '2024-03-14T09:20:00+05:30',
    credit: null,
    page: `<!doctype html><html lang="hi"><head><title>बंदरगाह पर अप्रैल से चलेंगी रात की नावें | समुद्रतट समाचार</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"बंदरगाह पर अप्रैल से चलेंगी रात की नावें","datePublished":"2024-03-14T09:20:00+05:30","author":[{"@type":"Person","name":"मीरा जोशी"}]}</script></head><body>
<header><nav><a href="/desh">देश</a><a href="/videsh">विदेश</a><a href="/khel">खेल</a><a href="/epaper">ई-पेपर</a></nav></header>
<main><article><h1>⟨बंदरगाह पर अप्रैल से चलेंगी रात की नावें⟩</h1><div class="author">लेखक: <a href="/author/meera">मीरा जोशी</a></div><div class="date">प्रकाशित: 14 मार्च 2024, 09:20 AM</div>
<div class="share"><a href="#">शेयर करें</a><a href="#">फॉलो करें</a><button>सुनें</button></div>
<div class="story"><p>⟦बंदरगाह प्राधिकरण ने गुरुवार को कहा कि एक अप्रैल से दो मार्गों पर रात में भी नावें चलेंगी। यह सेवा तीन महीने तक प्रयोग के रूप में रहेगी।⟧</p>
<p>⟦पिछले पतझड़ में पुल बंद होने के बाद द्वीप के लोगों को घर लौटने के लिए साठ किलोमीटर का चक्कर लगाना पड़ता है।⟧</p>
<p><strong>यह भी पढ़ें: <a href="/state/six-months-without-bridge-48190.html">⟪बिना पुल के छह महीने: सुबह का इंतजार करते द्वीप के लोग⟫</a></strong></p>
<p>⟦यात्री सेवा के प्रमुख ने कहा, "हम गर्मियों तक जानना चाहते हैं कि कितने लोग इसका उपयोग करते हैं।" किराया दिन के बराबर रहेगा।⟧</p>
<p>⟦कर्मचारी संघ का कहना है कि नाविक पहले से कम हैं। प्राधिकरण पहली यात्रा से पहले चालीस लोगों को भर्ती करेगा।⟧</p>
<p class="app-line">ताजा खबरों के लिए हमारा ऐप डाउनलोड करें और व्हाट्सएप चैनल से जुड़ें।</p></div>
<div class="tags"><a href="/tag/ferry">नाव</a><a href="/tag/port">बंदरगाह</a></div></article>
<section class="related"><h3>संबंधित खबरें</h3><ul><li><a href="/state/old-map-returns-to-school-48177.html">⟪द्वीप के स्कूल में लौटा सौ साल पुराना नक्शा⟫</a></li><li><a href="/business/herring-price-up-48160.html">⟪तीसरे दिन भी बढ़े मछली के दाम⟫</a></li></ul></section></main>
<footer><p>© 2024 समुद्रतट समाचार। सर्वाधिकार सुरक्षित।</p></footer></body></html>`,
  },
  {
    build: 'accelerated mobile page with an agency writer',
    url: 'https://hindi.tatvarta.example/amp/news/last-lighthouse-keeper-317204',
    byline: [],
    published: '2024-03-15T18:30:00+05:30',
    credit: 'PTI',
    page: `<!doctype html><html amp lang="hi"><head><title>आखिरी प्रकाशस्तंभ रक्षक ने छोड़ा द्वीप - तट वार्ता</title>
<meta property="article:published_time" content="2024-03-15T18:30:00+05:30"><link rel="canonical" href="https://hindi.tatvarta.example/news/last-lighthouse-keeper-317204"></head><body>
<amp-sidebar layout="nodisplay"><ul><li><a href="/desh">देश</a></li><li><a href="/khel">खेल</a></li></ul></amp-sidebar>
<header><a href="/">तट वार्ता</a></header><article><h1>⟨आखिरी प्रकाशस्तंभ रक्षक ने छोड़ा द्वीप⟩</h1><div class="auth">भाषा</div><div class="time">Updated: 15 मार्च 2024, 6:30 PM IST</div>
<amp-social-share type="whatsapp"></amp-social-share><amp-img src="/2.jpg"></amp-img><p class="caption">काली चट्टान द्वीप का प्रकाशस्तंभ (फोटो: रवि माने)</p>
<p>⟦काली चट्टान द्वीप के प्रकाशस्तंभ की चालीस साल रखवाली करने वाले हरिराम इस महीने के अंत में द्वीप छोड़ देंगे। प्रकाशस्तंभ अब मशीन से चलेगा।⟧</p>
<p>⟦हरिराम ने कहा कि बत्ती जलाना और बुझाना मशीन कर सकती है, पर न लौटी नाव की चिंता इंसान ही करता है।⟧</p>
<amp-ad width="300" height="250"></amp-ad>
<p>⟦द्वीप पर आठ परिवार रहते हैं। उनके जाने के बाद सर्दियों में केवल ग्यारह लोग बचेंगे।⟧</p>
<p>⟦(यह खबर पीटीआई भाषा से ली गई है, इसे संपादित नहीं किया गया है)⟧</p></article>
<div class="more"><h4>ये भी पढ़ें</h4><a href="/amp/news/night-boats-from-april-317190">⟪अप्रैल से दो मार्गों पर रात में चलेंगी नावें⟫</a></div><footer>सर्वाधिकार सुरक्षित</footer></body></html>`,
  },
  {
    build: 'short story in div soup with an embedded post that the text announces',
    url: 'https://www.dweepkhabar.example/story/2024/mar/18/48301',
    byline: ['अनिल राव'],
    published: '2024-03-18',
    credit: null,
    page: `<html lang="hi"><head><title>पुराने प्रकाशस्तंभ बचाने का प्रस्ताव पारित - द्वीप खबर</title></head><body>
<div class="top"><a href="/">होम</a><a href="/taza">ताजा खबर</a></div>
<div class="left"><h1>⟨पुराने प्रकाशस्तंभ बचाने का प्रस्ताव पारित⟩</h1><div class="by">अनिल राव | 18 मार्च 2024</div>
<div class="desc"><p>⟦नगर परिषद ने सोमवार को तट के तीन पुराने प्रकाशस्तंभों को बचाने का प्रस्ताव सर्वसम्मति से पारित किया।⟧</p>
<p>⟦प्रस्ताव लाने वाली सदस्य ने बाद में लिखा:⟧</p>
<blockquote class="twitter-tweet"><p>⟦प्रकाशस्तंभ समुद्र की याद हैं। जो टूट गया वह लौटकर नहीं आता।⟧</p>⟦— मेघा नायर (@meghanayar) <a href="https://t.example/1">18 मार्च 2024</a>⟧</blockquote>
<p>⟦परिषद हर दो साल में इनकी जांच कराएगी और मरम्मत का आधा खर्च उठाएगी।⟧</p></div></div>
<div class="right"><h3>सबसे ज्यादा पढ़ी गई</h3><ul><li><a href="/story/2024/mar/17/48290">⟪पहले दिन बीस हजार लोग पहुंचे सर्दी का बगीचा देखने⟫</a></li></ul></div></body></html>`,
  },
];
