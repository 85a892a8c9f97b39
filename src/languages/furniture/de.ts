import type { FurnitureWords } from '../language.ts';
import { monthNames, phrases } from '../language.ts';

/** German: the words around a text. */
export const furniture: FurnitureWords = {
  months:
    monthNames(`januar/jan/jänner/jän, februar/feb, märz/mär/mrz/maerz, april/apr, mai, juni/jun, juli/jul, august/aug,
    september/sep/sept, oktober/okt, november/nov, dezember/dez`),
  by: phrases(`erstellt von, gespeichert von, beitrag von, von, autor, autorin, autoren, text, text von, ein artikel von, ein beitrag von, eine analyse von,
    ein kommentar von, ein gastbeitrag von, ein interview von, geschrieben von, verfasst von, aus, interview,
    kommentar von, veröffentlicht von, artikel von`),
  role: phrases(`redakteur, redakteurin, reporter, reporterin, korrespondent, korrespondentin, volontär, volontärin,
    autor, autorin, chefredakteur, chefredakteurin, ressortleiter, ressortleiterin, freier journalist,
    freie journalistin, journalist, journalistin, kolumnist, mitarbeiter, gastautor, gastautorin`),
  nobody: phrases(`redaktion, die redaktion, online-redaktion, onlineredaktion, admin, administrator, gastautor,
    gastbeitrag, pressemitteilung, pressestelle, team, redaktionsteam, newsdesk, news-redaktion, news,
    webmaster, sportredaktion, redaktioneller mitarbeiter, agenturen, presse, unbekannt, gast, autor,
    lokalredaktion, anonym, pressedienst`),
  source: phrases('quelle, textquelle'),
  editor: phrases('redaktion, redigiert von, lektorat, bearbeitet von, bearbeitung'),
  more: phrases(`weiterlesen, mehr, mehr lesen, mehr dazu, zum artikel, weiter lesen, weiter, alle anzeigen,
    mehr anzeigen, details, mehr erfahren, jetzt lesen, hier lesen, alle artikel, zur übersicht`),
  also: phrases(`lesen sie auch, lesen sie hier, lesen sie mehr, lesen sie dazu, lesen sie dazu auch, auch interessant,
    mehr zum thema, mehr dazu, siehe auch, lesetipp, das könnte sie auch interessieren,
    das könnte dich auch interessieren, weiterlesen, passend dazu, lies auch, lest auch, mehr lesen,
    hintergrund, lesen sie weiter, nächster artikel, vorheriger artikel, weitere informationen, mehr,
    zum thema`),
  lists: phrases(`mehr zum thema, zum thema, meistgelesen, meistgelesene artikel, meist gelesen, am meisten gelesen,
    das könnte sie auch interessieren, das könnte dich auch interessieren, das könnte dich interessieren,
    das könnte sie interessieren, auch interessant, ähnliche artikel, ähnliche beiträge, verwandte artikel,
    weitere artikel, weitere meldungen, weitere nachrichten, weitere themen, weitere beiträge, mehr aus,
    mehr von, mehr nachrichten, neueste artikel, neueste beiträge, aktuelle nachrichten, aktuelle meldungen,
    aktuelles, neueste nachrichten, letzte beiträge, top-themen, topthemen, top-artikel, beliebte artikel,
    beliebt, beliebteste artikel, meistkommentiert, meistgeteilt, meistdiskutiert, empfehlungen,
    empfehlungen der redaktion, empfohlen, empfehlung der redaktion, lesen sie auch, lesetipps, schlagzeilen,
    newsticker, nachrichten, nächster artikel, vorheriger artikel, nächster beitrag, vorheriger beitrag,
    passend zum thema, mehr artikel, anderen gefällt auch, neu auf, neues aus, beiträge, aktuell, im fokus,
    unsere empfehlungen, dossier, die neuesten, mehr zu, verwandte themen, weiterführende links,
    auch spannend, jetzt lesen`),
  published: phrases(`veröffentlicht, veröffentlicht am, erstellt, erstellt am, stand, datum, publiziert, publiziert am,
    erschienen, erschienen am, erstveröffentlichung, geschrieben am, gepostet, vom, am, eingestellt,
    online seit, artikel vom, beitrag vom, meldung vom`),
  updated:
    phrases(`aktualisiert, aktualisiert am, zuletzt aktualisiert, letzte aktualisierung, geändert, letzte änderung,
    zuletzt geändert, update, überarbeitet, letztes update`),
  photo:
    phrases(`foto, fotos, bild, bilder, bildquelle, fotograf, fotografin, fotocredit, grafik, symbolbild, symbolfoto,
    archivbild, archivfoto, video, bildnachweis, titelbild, illustration, screenshot`),
  agencies: phrases('agenturen, nachrichtenagenturen, agentur, agenturmaterial'),
  contributed:
    phrases(`mit material von, mit material der, mit agenturmaterial, mit informationen von, mit, unter mitarbeit von,
    mitarbeit`),
  republished: phrases(`zuerst erschienen, erschien zuerst, ursprünglich erschienen, erschienen bei, erschienen in,
    mit freundlicher genehmigung von, übernommen von`),
  writings: phrases('artikel, beitrag, text'),
  pointers: phrases('dieser, der'),
  endings: phrases('ende, schluss'),
  weekdays: phrases('montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonntag'),
  trails: phrases('mo, di, mi, do, fr, sa, so'),
  notNames: phrases('kommentare, beiträge, mehr, alle, artikel, zum, zur, über, folgen, autor, autorin'),
  tools:
    phrases(`teilen, artikel teilen, beitrag teilen, auf facebook teilen, merken, drucken, artikel drucken, seite drucken, speichern, vorlesen, artikel anhören, anhören, kommentieren, kommentare, per mail, e-mail, link kopieren,
    anzeige, werbung, schriftgröße, nach oben, zurück, zur startseite, eintrag teilen, neueste zuerst, artikel weiterempfehlen, feedback, fehler melden`),
  rights: phrases(
    `alle rechte vorbehalten, weiterverbreitung nicht gestattet, nachdruck verboten, nachdruck nur mit, wiederverwertung nur mit, dpa-infocom`,
  ),
  calls:
    phrases(`folgen sie uns, folgt uns, folge uns, abonnieren sie, abonniere unseren, hier abonnieren, melden sie sich für, melden sie sich jetzt, jetzt anmelden, jetzt newsletter, newsletter abonnieren, hier geht es zum newsletter, laden sie unsere app, laden sie sich unsere, mit unserer app, sie haben einen fehler gefunden, fehler gefunden,
    um kommentare zu schreiben, bitte melden sie sich an, mehr nachrichten aus, weitere nachrichten aus, diskutieren sie mit, schreiben sie uns, jetzt registrieren, registrieren sie sich kostenlos, legen sie ein konto an, erstellen sie ein konto`),
  paywall: phrases(
    `für abonnenten, nur für abonnenten, mit dem digitalabo, weiterlesen mit, jetzt weiterlesen, probeabo, bereits abonnent, sie haben bereits ein abo, um weiterzulesen, um den ganzen artikel, exklusiv für abonnenten, vier wochen kostenlos testen, mit plus weiterlesen, registrieren sie sich, um diesen artikel`,
  ),
  comments: phrases(
    `kommentare, kommentar, leserkommentare, kommentar schreiben, schreibe einen kommentar, diskutieren sie mit, leserbriefe`,
  ),
  tags: phrases('schlagwörter, schlagworte, themen, stichwörter, tags, mehr zum thema'),
  actions: phrases(
    `jetzt anmelden, jetzt abonnieren, jetzt testen, abonnieren, abo, anmelden, einloggen, registrieren, herunterladen, kontakt, über uns, folgen sie, newsletter`,
  ),
  ownPages: phrases(
    `datenschutz, datenschutzerklärung, impressum, nutzungsbedingungen, cookie-einstellungen, barrierefreiheit, agb, newsletter, podcast, podcasts`,
  ),
  ages: phrases(
    `vor # minute, vor # minuten, vor # std, vor # stunde, vor # stunden, vor # tag, vor # tagen, vor # woche, vor # wochen, vor # monaten, # min. lesezeit, # min lesezeit, # minuten lesezeit, # min`,
  ),
  organisations: phrases(
    `zeitung, nachrichten, verlag, redaktion, institut, universität, gmbh, agentur, ministerium, verband, verein, stiftung, nachrichtenagentur, pressestelle, magazin, tageblatt, rundfunk`,
  ),
  missing: phrases(
    'seite nicht gefunden, nicht gefunden, seite existiert nicht, gesuchte seite, seite wurde nicht, zugriff verweigert',
  ),
};
