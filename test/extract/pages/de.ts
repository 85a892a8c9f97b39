import type { PageCase } from './page-case.ts';

export const de: readonly PageCase[] = [
  {
    build: 'regional paper: plus box, pointer set into the text, agency sign with state code, comment rules',
    url: 'https://www.hafenbote.example/lokales/naechtliche-faehren-ab-april-id48213.html',
    byline: [],
    published: '2024-03-14T09:20:00+01:00',
    credit: 'dpa',
    page: `<!doctype html><html lang="de"><head><title>Nächtliche Fähren ab April | Hafenbote</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Nächtliche Fähren ab April","datePublished":"2024-03-14T09:20:00+01:00","author":{"@type":"Organization","name":"dpa"}}</script></head><body>
<div id="consent"><p>Wir und unsere Partner verarbeiten Daten, um Inhalte und Anzeigen auszuspielen. Mit Klick auf „Alle akzeptieren“ stimmen Sie der Verwendung von Cookies zu.</p><button>Alle akzeptieren</button><button>Einstellungen</button></div>
<header><nav><a href="/lokales">Lokales</a><a href="/sport">Sport</a><a href="/kultur">Kultur</a><a href="/abo">Abo</a></nav></header>
<main><article><p class="kicker">Schifffahrt</p><h1>⟨Nächtliche Fähren ab April⟩</h1><p class="date">14.03.2024, 09:20 Uhr</p>
<ul class="share"><li><a href="#">Teilen</a></li><li><a href="#">Merken</a></li><li><a href="#">Drucken</a></li></ul>
<figure><img src="/1.jpg" alt="Fähre"><figcaption>Eine Fähre am Anleger. Foto: Jörn Wendt/dpa</figcaption></figure>
<div class="article-text"><p>⟦Nordhaven (dpa/lno) – Das Hafenamt lässt vom 1. April an auf zwei Linien auch nachts Fähren fahren. Das teilte die Behörde am Donnerstag mit.⟧</p>
<p>⟦Seit die Hafenbrücke im Herbst gesperrt wurde, müssen Inselbewohner abends sechzig Kilometer Umweg fahren. Der Versuch soll drei Monate dauern.⟧</p>
<div class="teaser-inline"><span>Lesen Sie auch</span><a href="/lokales/sechs-monate-ohne-bruecke-id48190.html"><span>Insel</span> <strong>⟪Sechs Monate ohne Brücke: Warten auf den Morgen⟫</strong></a></div>
<p>⟦„Wir wollen bis zum Sommer wissen, wie viele Menschen das nutzen“, sagte die Leiterin des Fahrgastbüros. Die Karten kosten so viel wie am Tag.⟧</p>
<p>⟦Die Gewerkschaft warnte, es fehle schon jetzt an Personal. Das Amt will vierzig Leute einstellen.⟧</p>
<p>© dpa-infocom, dpa:240314-99-123456/2</p></div>
<div class="newsletter-teaser"><h3>Newsletter „Guten Morgen, Nordhaven“</h3><p>Jeden Morgen das Wichtigste aus der Region in Ihrem Postfach. Mit der Anmeldung akzeptieren Sie unsere Datenschutzhinweise.</p><a href="/newsletter">Jetzt anmelden</a></div></article>
<section class="comments"><p>Um Kommentare zu schreiben, melden Sie sich bitte an. Bitte beachten Sie unsere Netiquette.</p></section>
<section class="topics"><h2>Meistgelesen</h2><ol><li><a href="/lokales/moewen-auf-dem-rathausdach-id48101.html">⟪Dreißig Möwenpaare brüten auf dem Rathausdach⟫</a></li><li><a href="/wirtschaft/heringspreis-steigt-weiter-id48099.html">⟪Heringspreis steigt den dritten Tag in Folge⟫</a></li></ol></section></main>
<footer><a href="/impressum">Impressum</a><a href="/datenschutz">Datenschutz</a><p>Alle Rechte vorbehalten.</p></footer></body></html>`,
  },
  {
    build: 'live ticker',
    url: 'https://www.hafenbote.example/liveblog/sturm-in-nordhaven-id48300.html',
    byline: [],
    published: '2024-03-18T06:10:00+01:00',
    credit: null,
    kind: 'live',
    page: `<!doctype html><html lang="de"><head><title>Sturm in Nordhaven: Tausende ohne Strom | Hafenbote</title><meta property="article:published_time" content="2024-03-18T06:10:00+01:00"></head><body>
<nav><a href="/">Hafenbote</a></nav><article><h1>⟨Sturm in Nordhaven: Tausende ohne Strom⟩</h1>
<div class="intro"><p>⟦In der Nacht ist ein Sturm über Nordhaven gezogen, rund achttausend Haushalte sind ohne Strom. Die Lage im Liveticker.⟧</p></div>
<button>Neueste zuerst</button>
<div class="liveticker"><div class="ticker-entry"><time datetime="2024-03-18T09:40:00+01:00">⟦09:40 Uhr⟧</time><h3>⟦Strom im Westhafen zurück⟧</h3><p>⟦Der Versorger hat im Westhafen zwölfhundert Haushalte wieder ans Netz gebracht. Die übrigen müssen bis zum Abend warten.⟧</p></div>
<div class="ticker-entry"><time datetime="2024-03-18T08:15:00+01:00">⟦08:15 Uhr⟧</time><h3>⟦Alle Fähren fallen aus⟧</h3><p>⟦Das Hafenamt hat für heute alle Fahrten gestrichen. Die Wellen sind fünf Meter hoch.⟧</p><a class="share" href="#">Eintrag teilen</a></div>
<div class="ad-slot">Anzeige</div>
<div class="ticker-entry"><time datetime="2024-03-18T07:30:00+01:00">⟦07:30 Uhr⟧</time><h3>⟦Schulen bleiben zu⟧</h3><p>⟦Der Unterricht in allen Schulen der Stadt fällt aus, wie das Schulamt mitteilte.⟧</p></div>
<div class="ticker-entry"><time datetime="2024-03-18T06:10:00+01:00">⟦06:10 Uhr⟧</time><h3>⟦Achttausend Haushalte betroffen⟧</h3><p>⟦Nach Angaben des Versorgers sind achttausend Haushalte ohne Strom. Von Verletzten ist nichts bekannt.⟧</p></div></div></article>
<aside><h3>Mehr zum Thema</h3><a href="/ratgeber/was-bei-stromausfall-hilft-id48280.html">⟪Was bei Stromausfall hilft: fünf Ratschläge⟫</a></aside></body></html>`,
  },
  {
    build: 'weekly with a paywall: stub, then offers',
    url: 'https://www.inselwoche.example/gesellschaft/2024-03/leuchtturm-waerter-abschied',
    byline: ['Jule Harms', 'Tom Petersen'],
    published: '2024-03-15T18:30:00+01:00',
    credit: null,
    kind: 'stub',
    page: `<!doctype html><html lang="de"><head><title>Leuchtturmwärter: Der Letzte macht das Licht nicht aus | INSELWOCHE</title>
<script type="application/ld+json">{"@type":"Article","headline":"Der Letzte macht das Licht nicht aus","datePublished":"2024-03-15T18:30:00+01:00","isAccessibleForFree":false,"author":[{"@type":"Person","name":"Jule Harms"},{"@type":"Person","name":"Tom Petersen"}]}</script></head><body>
<header><nav><a href="/politik">Politik</a><a href="/gesellschaft">Gesellschaft</a></nav></header>
<main><article><h1>⟨Der Letzte macht das Licht nicht aus⟩</h1><div class="byline">Von <a href="/autoren/harms">Jule Harms</a> und <a href="/autoren/petersen">Tom Petersen</a></div><div class="metadata">15. März 2024, 18:30 Uhr <a href="#comments">38 Kommentare</a></div>
<div class="article-page"><p>⟦Vierzig Jahre lang hat Peer Steensen das Feuer auf Schwarzoog gehütet, nun zieht er fort. Die Lampe schaltet künftig ein Rechner auf dem Festland.⟧</p>
<p>⟦„Anmachen und ausmachen kann das jeder“, sagt er und rührt in seinem Tee. „Sich sorgen, wenn ein Schiff nicht kommt, das kann nur einer, der“⟧</p></div>
<div class="paywall gate"><h2>Jetzt weiterlesen</h2><p>Lesen Sie diesen Artikel mit dem Digitalabo. Vier Wochen kostenlos testen, danach jederzeit kündbar.</p><a href="/abo">Probeabo starten</a><p>Bereits Abonnent? <a href="/anmelden">Hier anmelden</a></p></div></article>
<aside><h3>Mehr aus dem Ressort</h3><ul><li><a href="/gesellschaft/2024-03/inselschule-karte">⟪Drei Schüler und eine Karte aus einem anderen Jahrhundert⟫</a></li></ul></aside></main></body></html>`,
  },
];
