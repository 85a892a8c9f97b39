import type { PageCase } from './page-case.ts';

export const fr: readonly PageCase[] = [
  {
    build: 'dispatch: agency byline, reading tools, related box inside the text, tail that offers an alert',
    url: 'https://www.lecourrierduport.example/societe/des-ferries-de-nuit-des-le-printemps-20240314-48213',
    byline: [],
    published: '2024-03-14T09:20:00+01:00',
    credit: 'AFP',
    page: `<!doctype html><html lang="fr"><head><title>Des ferries de nuit dès le printemps - Le Courrier du port</title>
<meta property="article:published_time" content="2024-03-14T09:20:00+01:00"><meta property="article:modified_time" content="2024-03-14T10:02:00+01:00"><meta name="author" content="Le Courrier du port avec AFP"></head><body>
<header><nav><a href="/politique">Politique</a><a href="/societe">Société</a><a href="/sport">Sport</a><a href="/abonnement">S’abonner</a></nav></header>
<main><article><h1>⟨Des ferries de nuit dès le printemps⟩</h1><div class="signature">Par <span>Le Courrier du port avec AFP</span></div><div class="dates">Publié le 14/03/2024 à 09h20, mis à jour le 14/03/2024 à 10h02</div>
<div class="tools"><button>Écouter l’article</button><button>Partager</button><button>Copier le lien</button><span>Temps de lecture : 2 min</span></div>
<figure><img src="/1.jpg"><figcaption>Un ferry à quai. © Anne Quay / Le Courrier du port</figcaption></figure>
<div class="article__content"><p>⟦L’autorité portuaire fera circuler des ferries de nuit sur deux lignes à partir du 1er avril, a-t-elle annoncé jeudi. L’essai durera trois mois.⟧</p>
<p>⟦Depuis la fermeture du pont à l’automne, les habitants de l’île doivent faire un détour de soixante kilomètres pour rentrer chez eux le soir.⟧</p>
<div class="related"><span>À lire aussi</span><a href="/societe/six-mois-sans-pont-20240310-48190">⟪Six mois sans pont : les insulaires attendent le jour⟫</a></div>
<p>⟦« Nous voulons savoir d’ici l’été combien de personnes s’en servent », a dit la responsable des passagers. Le billet coûtera le même prix que le jour.⟧</p>
<p>⟦Les syndicats préviennent que les équipages manquent déjà. Quarante embauches sont prévues avant le premier départ.⟧</p>
<p class="alert">Recevez chaque matin notre newsletter et restez informé de l’actualité de votre ville. <a href="/newsletter">Je m’inscris</a></p></div>
<ul class="tags"><li><a href="/tag/ferry">Ferry</a></li><li><a href="/tag/transports">Transports</a></li></ul></article>
<aside class="most-read"><h2>Les plus lus</h2><ol><li><a href="/insolite/trente-couples-de-mouettes-20240313-48101">⟪Trente couples de mouettes sur le toit de la mairie⟫</a></li><li><a href="/economie/le-hareng-encore-plus-cher-20240313-48099">⟪Le hareng encore plus cher pour le troisième jour⟫</a></li></ol></aside></main>
<footer><a href="/mentions-legales">Mentions légales</a><p>© Le Courrier du port – Tous droits réservés</p></footer></body></html>`,
  },
  {
    build: 'paywalled article of a daily: stub and offer',
    url: 'https://www.lephare.example/culture/article/2024/03/15/le-dernier-gardien_317204.html',
    byline: ['Claire Moreau'],
    published: '2024-03-15T18:30:00+01:00',
    credit: null,
    kind: 'stub',
    page: `<!doctype html><html lang="fr"><head><title>Le dernier gardien quitte son phare</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Le dernier gardien quitte son phare","datePublished":"2024-03-15T18:30:00+01:00","isAccessibleForFree":"False","author":[{"@type":"Person","name":"Claire Moreau"}]}</script></head><body>
<nav><a href="/culture">Culture</a><a href="/monde">Monde</a></nav>
<article><h1>⟨Le dernier gardien quitte son phare⟩</h1><p class="author">Par <a href="/signataires/claire-moreau/">Claire Moreau</a></p><p class="date">Publié le 15 mars 2024 à 18h30</p><p class="status">Article réservé aux abonnés</p>
<section class="article__text"><p>⟦Pendant quarante ans, Pierre Roche a veillé sur le feu de l’île Noire. À la fin du mois il s’en va : le phare sera désormais commandé depuis le continent.⟧</p>
<p>⟦« Allumer, éteindre, la machine sait le faire, dit-il en versant le café. Mais s’inquiéter d’un bateau qui ne rentre pas, cela⟧</p></section>
<section class="paywall"><p>Il vous reste 78.5% de cet article à lire. La suite est réservée aux abonnés.</p><a href="/abonnement">S’abonner à partir de 1 €</a><a href="/connexion">Déjà abonné ? Se connecter</a></section></article>
<section class="more"><h3>Sur le même thème</h3><ul><li><a href="/culture/article/2024/03/02/la-carte-retrouvee_316100.html">⟪La carte centenaire retrouvée dans un tiroir d’école⟫</a></li></ul></section></body></html>`,
  },
  {
    build: 'old site with a news column and breaks',
    url: 'http://www.echo-des-iles.example/spip.php?article3318',
    byline: ['Yann Kervella'],
    published: '2024-03-18',
    credit: null,
    page: `<html><head><title>[L'Écho des îles] Les vieux phares seront protégés</title></head><body>
<table width="100%"><tr><td class="menu"><a href="/">Accueil</a><br><a href="spip.php?rubrique1">Actualités</a><br><a href="spip.php?rubrique2">Agenda</a></td>
<td class="texte"><h1>⟨Les vieux phares seront protégés⟩</h1><small>lundi 18 mars 2024, par <a href="spip.php?auteur4">Yann Kervella</a></small>
<div>⟦Le conseil municipal a voté lundi, à l’unanimité, la protection de trois vieux phares de la côte, que certains voulaient raser pour un parking.⟧<br><br>⟦La ville fera examiner les bâtiments tous les deux ans et paiera la moitié des réparations.⟧<br><br>⟦« Les phares sont la mémoire de la mer. Ce qu’on abat ne revient pas », a dit l’élue qui portait le texte.⟧</div>
<p><a href="#">Imprimer cet article</a> <a href="#">Envoyer à un ami</a></p><p>2 commentaires</p><p>Le 18 mars à 20:14, par Lou : enfin une bonne nouvelle, merci à tous ceux qui ont signé !</p></td>
<td class="droite"><b>Derniers articles</b><br><a href="spip.php?article3317">⟪Le facteur de l’île remplacé par un drone⟫</a><br><a href="spip.php?article3316">⟪Le marché se réjouit des bateaux de nuit⟫</a></td></tr></table></body></html>`,
  },
];
