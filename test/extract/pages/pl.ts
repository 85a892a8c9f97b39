import type { PageCase } from './page-case.ts';

export const pl: readonly PageCase[] = [
  {
    build: 'portal: pointers between paragraphs, source in brackets at the end, advertisement marks',
    url: 'https://www.glosportu.example/wiadomosci/nocne-promy-od-kwietnia-48213',
    byline: ['Anna Brzeska'],
    published: '2024-03-14T09:20:00+01:00',
    credit: 'PAP',
    page: `<!doctype html><html lang="pl"><head><title>Nocne promy od kwietnia - Głos Portu</title>
<meta property="article:published_time" content="2024-03-14T09:20:00+01:00"></head><body>
<header><nav><a href="/wiadomosci">Wiadomości</a><a href="/sport">Sport</a><a href="/kultura">Kultura</a></nav></header>
<article class="article"><h1>⟨Nocne promy od kwietnia⟩</h1><div class="article-author">oprac. <a href="/autor/anna-brzeska">Anna Brzeska</a></div><div class="article-date">14 marca 2024, 9:20</div>
<div class="social"><button>Udostępnij</button><button>Skomentuj</button><button>Skopiuj link</button></div>
<div class="article-body"><p>⟦Zarząd portu uruchomi od 1 kwietnia nocne promy na dwóch liniach. Próba potrwa trzy miesiące, poinformowano w czwartek.⟧</p>
<p class="ad-label">Dalszy ciąg materiału pod wideo</p><div class="ad">REKLAMA</div>
<p>⟦Most w porcie zamknięto jesienią i mieszkańcy wyspy muszą wieczorem nadkładać sześćdziesiąt kilometrów, żeby wrócić do domu.⟧</p>
<p><strong>Czytaj także: <a href="/wiadomosci/pol-roku-bez-mostu-48190">⟪Pół roku bez mostu. Wyspiarze czekają na świt⟫</a></strong></p>
<p>⟦– Do lata chcemy wiedzieć, ilu ludzi z tego korzysta – powiedziała kierowniczka działu pasażerskiego. Bilet ma kosztować tyle samo co w dzień.⟧</p>
<p>⟦Związkowcy ostrzegają, że już teraz brakuje załóg. Port chce zatrudnić czterdzieści osób.⟧</p>
<p>Źródło: PAP</p></div><div class="tags">Tagi: <a href="/tag/port">port</a> <a href="/tag/promy">promy</a></div></article>
<section class="polecane"><h3>Zobacz także</h3><ul><li><a href="/kultura/stara-mapa-wrocila-do-szkoly-48177">⟪Stara mapa wróciła do szkoły na wyspie⟫</a></li><li><a href="/gospodarka/sledz-drozeje-trzeci-dzien-48160">⟪Śledź drożeje trzeci dzień z rzędu⟫</a></li></ul></section>
<footer><p>© Głos Portu. Wszelkie prawa zastrzeżone.</p></footer></body></html>`,
  },
  {
    build: 'table layout of a local paper',
    url: 'http://kurier-zatoki.example/artykul.php?id=3172',
    byline: ['Marek Wolny'],
    published: '2024-03-15',
    credit: null,
    page: `<html><head><title>Ostatni latarnik opuszcza wyspę - Kurier Zatoki</title></head><body>
<table><tr><td><a href="/">Strona główna</a> <a href="/ogloszenia.php">Ogłoszenia</a> <a href="/kontakt.php">Kontakt</a></td></tr>
<tr><td><h1>⟨Ostatni latarnik opuszcza wyspę⟩</h1><i>Dodano: 15 marca 2024, autor: Marek Wolny</i><br><br><img src="2.jpg"><br><small>Latarnia na Czarnej Skale, fot. Ewa Mol</small><br><br>
⟦Piotr Skalski, który od czterdziestu lat pilnuje latarni na Czarnej Skale, odejdzie z końcem miesiąca, bo światłem będzie sterował komputer na lądzie.⟧<br><br>
⟦– Zapalić i zgasić potrafi maszyna. Martwić się o statek, którego nie widać, może tylko człowiek – mówi.⟧<br><br>
⟦Na wyspie mieszka osiem rodzin. Po jego wyjeździe zimować będzie tam jedenaście osób.⟧<br><br>
<a href="#">Drukuj</a> | <a href="#">Poleć znajomemu</a></td></tr>
<tr><td><b>Najczęściej czytane</b><br><a href="/artykul.php?id=3140">⟪Zimowy ogród odwiedziło pierwszego dnia dwadzieścia tysięcy osób⟫</a><br><a href="/artykul.php?id=3139">⟪Remont mostu potrwa jeszcze trzy tygodnie⟫</a></td></tr>
<tr><td>Copyright © Kurier Zatoki. Kopiowanie bez zgody redakcji zabronione.</td></tr></table></body></html>`,
  },
  {
    build: 'blog engine with cookie box, newsletter and author card',
    url: 'https://latarnia.example/2024/03/stare-latarnie-pod-ochrona/',
    byline: ['Hanna Mewa'],
    published: '2024-03-18T16:40:00+01:00',
    credit: null,
    page: `<!doctype html><html lang="pl-PL"><head><title>Stare latarnie pod ochroną • Latarnia</title><meta property="article:published_time" content="2024-03-18T16:40:00+01:00"><meta name="author" content="Hanna Mewa"></head><body>
<div class="cookie-notice"><p>Ta strona używa ciasteczek, aby zapewnić najlepszą jakość korzystania z naszej witryny. Dalsze korzystanie oznacza zgodę.</p><a href="#">Akceptuję</a></div>
<header><a href="/">Latarnia</a></header><main><article class="post"><h1 class="entry-title">⟨Stare latarnie pod ochroną⟩</h1><div class="entry-meta">Autor: <span class="author">Hanna Mewa</span> / 18 marca 2024 / 3 komentarze</div>
<div class="entry-content"><p>⟦Rada miasta jednogłośnie przyjęła w poniedziałek uchwałę o ochronie trzech starych latarni, które niektórzy chcieli zburzyć pod parking.⟧</p>
<h2>⟦Co mówi uchwała⟧</h2><p>⟦Miasto co dwa lata zbada stan budynków i zapłaci połowę kosztów napraw.⟧</p>
<blockquote><p>⟦Latarnie to pamięć morza. Co zburzone, już nie wróci.⟧</p></blockquote>
<p>⟦Tak mówiła radna, która złożyła projekt. Pierwszy przegląd zaplanowano na jesień.⟧</p></div>
<div class="author-box"><p>Hanna Mewa pisze o wybrzeżu od dziesięciu lat. Prywatnie żegluje i piecze chleb.</p></div>
<div class="newsletter"><p>Zapisz się do newslettera i nie przegap kolejnych tekstów. Bez spamu, obiecujemy.</p></div></article>
<nav class="post-navigation"><a rel="prev" href="/2024/03/listonosz-bez-lodzi/">⟪Listonosz bez łodzi: pocztę wozi dron⟫</a></nav>
<div id="comments"><h2>3 komentarze</h2><p>Nareszcie! Mój dziadek tam służył i cała rodzina trzymała kciuki za tę uchwałę.</p></div></main></body></html>`,
  },
];
