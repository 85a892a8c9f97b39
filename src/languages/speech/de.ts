import type { NameWords, SpeechWords } from '../language.ts';
import { words } from '../language.ts';
import { noSpeechWords, otherForms, verbLines } from './verb-lines.ts';

/** German words of saying. */
export const speechDe: SpeechWords = {
  ...noSpeechWords,
  verbs: verbLines(`
    sagen say c: sagte sagten sagt sagen | gesagt
    erklären say c: erklärte erklärten erklärt | erklärt
    mitteilen say c: teilte teilten | mitgeteilt
    berichten report c: berichtete berichteten berichtet berichten | berichtet
    melden report c: meldete meldeten meldet melden | gemeldet
    betonen say c: betonte betonten betont | betont
    behaupten claim c: behauptete behaupteten behauptet | behauptet
    versichern claim c: versicherte versicherten versichert | versichert
    bestätigen confirm co: bestätigte bestätigten bestätigt | bestätigt
    einräumen confirm c: räumte räumten | eingeräumt
    zugeben confirm c: | zugegeben
    dementieren deny co: dementierte dementierten dementiert | dementiert
    bestreiten deny co: bestritt bestritten bestreitet | bestritten
    zurückweisen deny o: | zurückgewiesen
    warnen warn c: warnte warnten warnt | gewarnt
    drohen threaten c: drohte drohten droht | gedroht
    versprechen promise c: versprach versprachen verspricht | versprochen
    ankündigen say co: kündigte kündigten | angekündigt
    fordern ask co: forderte forderten fordert | gefordert
    verlangen ask co: verlangte verlangten verlangt | verlangt
    bitten ask c: bat baten bittet | gebeten
    fragen ask c: fragte fragten fragt | gefragt
    antworten say c: antwortete antworteten antwortet | geantwortet
    ergänzen say c: ergänzte ergänzten ergänzt | ergänzt
    hinzufügen say c: fügte fügten | hinzugefügt
    schreiben say c: schrieb schrieben schreibt | geschrieben
    äußern say c: äußerte äußerten | geäußert
    meinen say c: meinte meinten meint | gemeint
    kritisieren say co: kritisierte kritisierten kritisiert | kritisiert
    verurteilen say o: verurteilte verurteilten | verurteilt
    begrüßen say o: begrüßte begrüßten begrüßt
    schildern say c: schilderte schilderten | geschildert
    argumentieren claim c: argumentierte argumentierten argumentiert
    unterstreichen say c: unterstrich unterstrichen | unterstrichen`),
  otherVerbs: otherForms(
    'ist sind war waren wird werden wurde wurden hat haben hatte hatten soll sollen sollte sollten kann können konnte konnten muss müssen musste will wollen wollte sei seien habe hätten hätte wäre wären würde würden gibt gab geht ging kommt kam steht stand bleibt blieb liegt lag kamen starben starb werde bleibe komme gebe müsse könne solle dürfe wolle ende gehe stehe liege',
  ),
  that: words('dass daß'),
  questionWords: words('ob wie warum wann wo wer was'),
  accordingTo: [
    'laut',
    'nach angaben',
    'nach angaben von',
    'nach angaben der',
    'nach angaben des',
    'nach worten von',
    'nach den worten von',
    'nach einem bericht der',
    'einem bericht der',
  ],
  accordingToBehind: ['so'],
  clauseComma: true,
  pointers: words('das dies'),
  verbPrefixes: words('mit hinzu an ein zu fort aus'),
  // An owner's ending is a plural's too, and borrowed words keep theirs.
  endings: { plural: words('s'), notPlural: words('ss'), gerund: words('ing') },
  small: { clauseStands: words('nein ja dasselbe') },
  negations: words('nicht nie kein keine'),
  be: words('ist sind war waren wurde wurden wird werden worden'),
  have: words('hat haben hatte hatten habe'),
  modals: words('soll sollen sollte kann können konnte muss müssen will wollen würde'),
  definites: words('der die das den dem dieser diese dieses'),
  indefinites: words('ein eine einen einem einer'),
  determiners: words(
    'der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen mehrere viele einige zwei drei vier',
  ),
  possessives: words('sein seine seinen seiner ihr ihre ihren ihrer unser unsere'),
  subjects: words('er sie es ich wir man'),
  objects: words('ihm ihn ihnen uns mir sich'),
  prepositions: words(
    'in im an am auf aus bei beim mit nach von vom vor zu zum zur für über unter um bis seit während gegen durch ohne zwischen gegenüber',
  ),
  compounds: true,
  genitives: words('der des von vom'),
  coordinators: words('und oder aber sondern doch'),
  subordinators: words('weil obwohl während wenn als nachdem bevor damit'),
  relatives: words('welcher welche welches'),
  adverbsOfTime: words(
    'montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend gestern heute morgen januar februar märz april mai juni juli august september oktober november dezember',
  ),
  adverbsPlain: words('auch zudem dann noch schon bereits weiter außerdem später zuvor jedoch mit'),
  media: words(
    'nachrichtenagentur agentur zeitung sender fernsehen radio magazin presse medien medienberichten spiegel zeit dpa reuters afp tass bild',
  ),
  documents: words('bericht mitteilung studie umfrage dokument brief erklärung'),
  venues: words(
    'interview pressekonferenz mitteilung erklärung rede brief twitter facebook fernsehen radio sitzung kundgebung debatte gespräch sendung stellungnahme deutschlandfunk',
  ),
  occasions: words('pressekonferenz rede sitzung kundgebung debatte'),
  venueLinks: words('in im auf bei beim während am vor'),
  roles: words(
    'präsident präsidentin minister ministerin sprecher sprecherin chef chefin leiter leiterin bürgermeister bürgermeisterin kanzler kanzlerin außenminister außenministerin innenminister innenministerin regierungssprecher polizeisprecher polizeisprecherin vorsitzende vorsitzender abgeordnete abgeordneter botschafter botschafterin richter anwalt anwältin professor professorin experte expertin general direktor direktorin ministerpräsident ministerpräsidentin landrat landrätin',
  ),
  titles: words('herr frau dr prof präsident präsidentin minister ministerin kanzler kanzlerin'),
  female: [],
  male: words('er'),
  plural: words('wir'),
  neuter: [],
};

export const namesDe: NameWords = {
  organisations: words(
    'ministerium innenministerium außenministerium regierung bundesregierung partei universität bank institut kommission gericht agentur nachrichtenagentur bundestag bundesrat polizei bundeswehr behörde gruppe verband stiftung amt gmbh ag spd cdu csu fdp uno eu',
  ),
  particles: words('von der zu und'),
  weak: words('und der'),
  male: words(
    'hans karl wolfgang jürgen klaus peter michael thomas andreas stefan christian martin markus frank uwe olaf friedrich armin markus robert boris jens heiko sigmar lars tobias florian matthias alexander bernd dieter gerhard günter helmut horst kai ralf sebastian ulrich werner',
  ),
  female: words(
    'angela anna maria ursula monika petra sabine andrea claudia susanne birgit gabriele karin heike julia katrin annalena franziska nancy christine bettina martina katharina nicole silke ute ilse lena',
  ),
  maleTitles: words('herr'),
  femaleTitles: words('frau'),
  surnameFirst: [],
  organisationNouns: words(
    'unternehmen konzern ministerium agentur nachrichtenagentur behörde polizei regierung partei universität bank institut kommission gericht gruppe verband stiftung amt',
  ),
  companyNouns: words('unternehmen konzern agentur'),
};
