import { type FigureWords, numberTable, phrases, words, wordTable } from '../language.ts';
import { moneySigns } from '../money.ts';

/** French words of figures. */
export const figuresFr: FigureWords = {
  numbers: numberTable(
    'deux 2; trois 3; quatre 4; cinq 5; six 6; sept 7; huit 8; neuf 9; dix 10; onze 11; douze 12; treize 13; quatorze 14; quinze 15; seize 16; vingt vingts 20; trente 30; quarante 40; cinquante 50; soixante 60; septante 70; huitante 80; nonante 90; quatre-vingt quatre-vingts 80',
  ),
  scales: numberTable(
    'cent cents 100; mille 1000; million millions mio 1000000; milliard milliards mrd mds md 1000000000; billion billions 1000000000000',
  ),
  collectives: numberTable(
    'dizaine 10; douzaine douzaines 12; quinzaine 15; vingtaine 20; trentaine 30; quarantaine 40; cinquantaine 50; soixantaine 60; centaine 100; millier 1000',
  ),
  bareScales: words('cent mille'),
  ones: words('un une'),
  fractions: numberTable('demi demie moitié 0.5; quart 0.25; tiers 0.3333'),
  shares: numberTable(
    'moitié 0.5; tiers 0.33333333; quart quarts 0.25; cinquième cinquièmes 0.2; dixième dixièmes 0.1',
  ),
  halves: words('moitié'),
  ranks: words('première seconde deuxième autre'),
  conjunctions: words('et ou'),
  joiners: { hundreds: [], tens: words('et') },
  percents: ['%', 'pour cent'],
  currencies: {
    ...moneySigns,
    ...wordTable(
      'dollar: dollar dollars; EUR: euro euros; pound: livre livres; yen: yen yens; won: won wons; yuan: yuan yuans; ruble: rouble roubles; rupee: roupies; franc: franc francs; peso: pesos; crown: couronne couronnes; lira: lires; dinar: dinars; dirham: dirham dirhams; rial: rials riyals; BRL: réals; PLN: zlotys; HUF: forints; UAH: hryvnias; BTC: bitcoin bitcoins',
    ),
  },
  moneyOf: wordTable(
    'US: américain; CA: canadien; AU: australien; NZ: néo-zélandais; HK: hongkong; SG: singapour; TW: taïwan; GB: sterling britannique; EG: égyptien; LB: libanais; SE: suédois; NO: norvégien; DK: danois; CZ: tchèque; IS: islandais; CH: suisse; XO: cfa; MX: mexicain; AR: argentin; CL: chilien; CO: colombien; PH: philippin; IN: indien; PK: pakistanais; RU: russe; BY: biélorusse; JP: japonais; CN: chinois; KR: sud-coréen; TR: turque; KW: koweïtien; IQ: irakien; RS: serbe; MA: marocain; TN: tunisien; DZ: algérien; IR: iranien; SA: saoudien',
  ),
  counted: wordTable(
    'deaths: mort morts mortes tués tuées décès; injured: blessé blessés blessées; hospitalised: hospitalisés hospitalisées; missing: disparus disparues; arrested: arrêtés interpellés interpellations arrestations; evacuated: évacués évacuées déplacés; infected: contaminés infectés contaminations',
  ),
  single: [],
  units: wordTable(
    'km: km kilomètre kilomètres; m: m mètre mètres; cm: cm centimètres; mm: mm millimètres; g: g grammes; kg: kg kilo kilos kilogrammes; t: tonne tonnes; l: litres; bbl: barils; ha: hectare hectares ha; km2: km2 kilomètres_carrés; m2: m2 mètres_carrés; m3: mètres_cubes; MW: mw mégawatts; GW: gw gigawatts; km/h: km/h; degrees: degrés °c; points: points',
  ),
  fates: wordTable(
    'deaths: tué tués tuées tuant mort morts mortes décédé décédés décédées péri; injured: blessé blessés blessées blessant; hospitalised: hospitalisés hospitalisées; missing: disparus disparu disparues; arrested: arrêté arrêtés arrêtées interpellé interpellés; evacuated: évacué évacués évacuées déplacées; infected: contaminés infectés contaminées',
  ),
  auxiliaries: words('ont été sont étaient seraient y a en également aussi encore toujours portées portés'),
  fateReach: 5,
  links: words("de des du d'"),
  sumLinks: words("de d'"),
  determiners: words("le la les l' un une des ses son sa leurs"),
  fillers: words('autres nouveaux nouvelles'),
  stops: words(
    "et ou dans de du des d' que qu' qui le la les l' avec pour sur un une ans an en à au aux par chez vers sous sans selon entre contre depuis pendant durant après avant dès jusque jusqu' plus moins pas ne n' y se s' ce cet cette ces est sont était étaient a ont avait avaient sera seront été comme quand lorsque lorsqu' où tandis mais car si dont jour jours heure heures minute minutes mois semaine semaines seconde secondes année années fois ils elles nous vous leurs ses lors hors près alors puis très dit ainsi",
  ),
  verbEndings: words('aient èrent irent eront iront uront'),
  nouns: { known: 'plural-run', plurals: words('s x z'), others: words('voix gens'), adjectives: [] },
  uncounted: words(
    'fois côtés façons raisons occasions reprises ans jours heures minutes semaines mois années décennies siècles secondes autres',
  ),
  labels: words(
    'numéro n° no page pages chapitre article section route vol ligne niveau phase groupe autoroute porte salle étage volume saison épisode loi décret chambre âge tome acte',
  ),
  bounds: {
    about: phrases("environ, autour de, près de, à peu près, presque, quelque, aux alentours de, près d', autour d'"),
    'at least': phrases("au moins, au minimum, pas moins de, pas moins d', un minimum de"),
    'at most': phrases("jusqu'à, au plus, au maximum, un maximum de, à"),
    over: phrases("plus de, plus d', au-delà de, au-dessus de, plus du"),
    under: phrases("moins de, moins d', en dessous de, moins du"),
  },
  boundsBehind: {
    'at least': phrases('ou plus, au moins, au minimum'),
    'at most': phrases('ou moins, au maximum'),
    about: phrases('environ'),
  },
  ranges: { openers: words('entre de'), links: words('et à ou - –') },
  measures: words(
    'passe passent passant passé passé passera passeront passait monte montent monté augmente augmentent augmenté augmentera progresse progressé progressent grimpe grimpé bondi baisse baissent baissé recule reculé recule chute chuté tombe tombé tombe diminue diminué descend descendu coûte coûtent coûté coûtera coûteront atteint atteignent atteindra dépasse dépassent dépassé élève élèvent élevait élevé établit établi relevé abaissé porté porte réduit réduite réduits est sont était compte comptent crû croît reste',
  ),
  changes: words('hausse baisse augmentation recul chute réduction progression'),
  towards: words('à de au en'),
  quantities: words('nombre bilan total part taux proportion majorité avance pourcentage'),
  decimalComma: true,
  spacedThousands: true,
};
