import type { PageCase } from './page-case.ts';

export const el: readonly PageCase[] = [
  {
    build: 'blog engine with source line, follow-us line and tags',
    url: 'https://www.limani-news.example/koinonia/nyxterina-ferry-apo-tin-anoixi/',
    byline: ['Ελένη Μαράκη'],
    published: '2024-03-14T09:20:00+02:00',
    credit: 'ΑΠΕ-ΜΠΕ',
    page: `<!doctype html><html lang="el"><head><title>Νυχτερινά φέρι από την άνοιξη στο λιμάνι - Limani News</title>
<meta property="article:published_time" content="2024-03-14T09:20:00+02:00"><meta property="og:site_name" content="Limani News"></head><body class="single-post">
<nav><a href="/">Αρχική</a><a href="/politiki/">Πολιτική</a><a href="/oikonomia/">Οικονομία</a><a href="/athlitika/">Αθλητικά</a></nav>
<article><header><h1 class="entry-title">⟨Νυχτερινά φέρι από την άνοιξη στο λιμάνι⟩</h1><div class="td-post-author-name">Από <a href="/author/maraki/">Ελένη Μαράκη</a></div><time class="entry-date" datetime="2024-03-14T09:20:00+02:00">14 Μαρτίου 2024</time></header>
<div class="sharing"><a href="#">Facebook</a><a href="#">Twitter</a><a href="#">Viber</a></div>
<div class="td-post-content"><p>⟦Νυχτερινά δρομολόγια σε δύο γραμμές ξεκινά από την 1η Απριλίου ο οργανισμός λιμένα, όπως ανακοίνωσε την Πέμπτη, για δοκιμαστική περίοδο τριών μηνών.⟧</p>
<p>⟦Η γέφυρα του λιμανιού έκλεισε το φθινόπωρο και οι κάτοικοι του νησιού κάνουν τον γύρο του κόλπου, εξήντα χιλιόμετρα, για να γυρίσουν στο σπίτι τους.⟧</p>
<p><strong>Διαβάστε επίσης: <a href="/koinonia/exi-mines-choris-gefyra/">⟪Έξι μήνες χωρίς γέφυρα: οι κάτοικοι περιμένουν να ξημερώσει⟫</a></strong></p>
<p>⟦«Θέλουμε να ξέρουμε ως το καλοκαίρι πόσοι θα τα χρησιμοποιήσουν», είπε ο διευθυντής επιβατών. Το εισιτήριο θα κοστίζει όσο και την ημέρα.⟧</p>
<p>Πηγή: ΑΠΕ-ΜΠΕ</p><p>Ακολουθήστε το Limani News στο Google News και μάθετε πρώτοι όλες τις ειδήσεις</p></div>
<div class="tags"><span>ΕΤΙΚΕΤΕΣ</span><a href="/tag/limani/">λιμάνι</a><a href="/tag/feri/">φέρι</a></div></article>
<div class="related"><h4>Σχετικά άρθρα</h4><div><h3><a href="/koinonia/o-palios-chartis-gyrise-sto-scholeio/">⟪Ο παλιός χάρτης γύρισε στο σχολείο του νησιού⟫</a></h3></div><div><h3><a href="/oikonomia/anevainei-i-timi-tis-rengas/">⟪Ανεβαίνει για τρίτη μέρα η τιμή της ρέγγας⟫</a></h3></div></div>
<footer><p>© 2024 Limani News. Με την επιφύλαξη παντός δικαιώματος.</p></footer></body></html>`,
  },
  {
    build: 'div soup: date in words, writer below the text, most read list',
    url: 'https://faros.example/article/317204/',
    byline: ['Νίκος Αλεξίου'],
    published: '2024-03-15',
    credit: null,
    page: `<html lang="el"><head><title>Ο τελευταίος φαροφύλακας αφήνει το νησί | Ο Φάρος</title></head><body>
<div class="menu"><a href="/">Αρχική</a><a href="/nea">Νέα</a><a href="/apopseis">Απόψεις</a></div>
<div class="main-col"><div class="cat"><a href="/nea">ΝΕΑ</a></div><h1>⟨Ο τελευταίος φαροφύλακας αφήνει το νησί⟩</h1><div class="date">Παρασκευή, 15 Μαρτίου 2024 18:30</div>
<div class="photo"><img src="/2.jpg"><div class="legend">Ο φάρος στη Μαυρόπετρα. Φωτογραφία: Άννα Ρήγα</div></div>
<div class="content"><p>⟦Ο Πέτρος Μαυράκης, φύλακας του φάρου στη Μαυρόπετρα εδώ και σαράντα χρόνια, αφήνει στο τέλος του μήνα τη θέση του, καθώς ο φάρος γίνεται αυτόματος.⟧</p>
<p>⟦«Το φως το ανάβει και το σβήνει και η μηχανή. Να ανησυχεί για το καράβι που δεν φάνηκε μπορεί μόνο ο άνθρωπος», λέει.⟧</p>
<p>⟦Στο νησί ζουν οκτώ οικογένειες. Μετά την αναχώρησή του θα ξεχειμωνιάσουν έντεκα άνθρωποι.⟧</p>
<p>Γράφει: Νίκος Αλεξίου</p></div>
<div class="print">Εκτύπωση | Αποστολή με e-mail</div></div>
<div class="side-col"><h3>Δημοφιλή</h3><ul><li><a href="/article/316900/">⟪Είκοσι χιλιάδες επισκέπτες στον χειμερινό κήπο την πρώτη μέρα⟫</a></li><li><a href="/article/316877/">⟪Τρεις εβδομάδες ακόμη για την επισκευή της γέφυρας⟫</a></li></ul></div>
<div class="cookies"><p>Χρησιμοποιούμε cookies για να σας προσφέρουμε την καλύτερη εμπειρία στη σελίδα μας. Εάν συνεχίσετε, θεωρούμε ότι συμφωνείτε.</p><button>Αποδοχή</button></div></body></html>`,
  },
  {
    build: 'gallery page: short text, pictures with captions and credits',
    url: 'https://www.limani-news.example/photos/cheimerinos-kipos/',
    byline: [],
    published: '2024-03-18T16:40:00+02:00',
    credit: null,
    page: `<!doctype html><html lang="el"><head><title>Ο χειμερινός κήπος σε εικόνες - Limani News</title><meta property="article:published_time" content="2024-03-18T16:40:00+02:00"></head><body>
<nav><a href="/">Αρχική</a><a href="/photos/">Φωτογραφίες</a></nav><main><article><h1>⟨Ο χειμερινός κήπος σε εικόνες⟩</h1>
<p>⟦Είκοσι χιλιάδες άνθρωποι πέρασαν την πρώτη μέρα από τον χειμερινό κήπο στην πλατεία του δημαρχείου, που θα μείνει ανοιχτός ως το Πάσχα.⟧</p>
<p>⟦Τα φυτά ήρθαν από έξι φυτώρια της περιοχής και θα μοιραστούν στα σχολεία όταν κλείσει ο κήπος.⟧</p>
<div class="gallery"><figure><img src="/g1.jpg"><figcaption>1/3 Η ουρά έφτανε ως το λιμάνι. Φωτό: Άννα Ρήγα</figcaption></figure><figure><img src="/g2.jpg"><figcaption>2/3 Το θερμοκήπιο με τις λεμονιές</figcaption></figure><figure><img src="/g3.jpg"><figcaption>3/3 Παιδιά ποτίζουν τις γλάστρες</figcaption></figure></div></article>
<section class="latest"><h2>Τελευταία νέα</h2><ul><li><a href="/nea/gefyra-treis-evdomades/">⟪Τρεις εβδομάδες ακόμη κλειστή η μία λωρίδα της γέφυρας⟫</a></li></ul></section></main></body></html>`,
  },
];
