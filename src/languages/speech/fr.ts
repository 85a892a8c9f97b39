import type { NameWords, SpeechWords } from '../language.ts';
import { words } from '../language.ts';
import { noSpeechWords, otherForms, verbLines } from './verb-lines.ts';

/** French words of saying. */
export const speechFr: SpeechWords = {
  ...noSpeechWords,
  verbs: verbLines(`
    dire say c: dit disent disait disaient | dit
    déclarer say c: déclare déclarent déclarait déclara | déclaré
    affirmer claim c: affirme affirment affirmait affirma | affirmé
    assurer claim c: assure assurent assurait assura | assuré
    indiquer say c: indique indiquent indiquait indiqua | indiqué
    expliquer say c: explique expliquent expliquait expliqua | expliqué
    préciser say c: précise précisent précisait précisa | précisé
    ajouter say c: ajoute ajoutent ajoutait ajouta | ajouté
    annoncer say co: annonce annoncent annonçait annonça | annoncé
    souligner say co: souligne soulignent soulignait souligna | souligné
    estimer say c: estime estiment estimait estima | estimé
    rapporter report c: rapporte rapportent rapportait rapporta | rapporté
    révéler report c: révèle révèlent révélait | révélé
    confier say c: confie confient confiait | confié
    avertir warn c: avertit avertissent | averti
    prévenir warn c: prévient préviennent | prévenu
    menacer threaten o: menace menacent | menacé
    nier deny co: nie nient niait | nié
    démentir deny co: dément démentent démentait | démenti
    rejeter deny o: rejette rejettent | rejeté
    confirmer confirm co: confirme confirment confirmait | confirmé
    reconnaître confirm co: reconnaît reconnaissent | reconnu
    admettre confirm c: admet admettent | admis
    promettre promise co: promet promettent | promis
    répondre say c: répond répondent répondit | répondu
    demander ask c: demande demandent demandait | demandé
    insister claim c: insiste insistent insistait | insisté
    rappeler say c: rappelle rappellent rappelait | rappelé
    poursuivre say q: poursuit poursuivent poursuivait | poursuivi
    conclure say c: conclut concluent | conclu
    écrire say c: écrit écrivent écrivait | écrit
    raconter say c: raconte racontent racontait | raconté
    dénoncer say o: dénonce dénoncent dénonçait | dénoncé
    condamner say o: condamne condamnent | condamné
    lancer say q: lance lancent lançait | lancé
    martelait say q: martèle martelait | martelé
    témoigner say q: témoigne témoignent | témoigné`),
  otherVerbs: otherForms(
    'est sont était étaient sera seront serait a ont avait avaient aura fait font peut peuvent doit doivent va vont vient reste restent devrait devraient pourrait pourraient faut',
  ),
  that: ['que', "qu'"],
  questionWords: words('si comment pourquoi quand où'),
  accordingTo: ['selon', "d' après", 'd’ après', "d'après", 'd’après', 'aux yeux de'],
  endings: { plural: words('s') },
  small: { clauseStands: words('non oui') },
  negations: words("ne n' pas jamais"),
  be: words('est sont était étaient être été sera seront'),
  have: words('a ont avait avaient ai avons aura auront'),
  modals: words('peut peuvent pourrait doit doivent devrait'),
  definites: words("la le les l' cette ce cet"),
  indefinites: words('un une'),
  determiners: [
    'le',
    'la',
    'les',
    "l'",
    'un',
    'une',
    'des',
    'ce',
    'cet',
    'cette',
    'ces',
    'du',
    'plusieurs',
    'deux',
    'trois',
    'quatre',
  ],
  possessives: words('son sa ses leur leurs notre nos mon ma mes'),
  subjects: words('il elle ils elles je nous on qui'),
  objects: words('lui leur se me les'),
  prepositions: [
    'de',
    "d'",
    'du',
    'des',
    'à',
    'au',
    'aux',
    'en',
    'dans',
    'par',
    'pour',
    'avec',
    'sur',
    'sous',
    'après',
    'avant',
    'depuis',
    'pendant',
    'lors',
    'chez',
    'entre',
    'contre',
    'vers',
    'devant',
  ],
  genitives: ['de', 'du', 'des', "d'"],
  coordinators: words('et ou mais ni car'),
  subordinators: words('parce tandis alors quand lorsque comme puisque'),
  relatives: words('qui dont lequel laquelle'),
  adverbsOfTime: words(
    'lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd demain janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  ),
  adverbsPlain: words('aussi également encore toujours ensuite puis déjà notamment'),
  media: words(
    'agence journal quotidien chaîne télévision radio presse médias magazine afp reuters monde figaro libération',
  ),
  documents: words('rapport communiqué étude sondage document lettre'),
  venues: words(
    'entretien interview conférence communiqué discours message lettre tweet twitter facebook télévision radio réunion meeting audience déclaration note émission allocution point',
  ),
  occasions: words('conférence discours réunion meeting audience point allocution'),
  venueLinks: words('lors dans sur à au pendant devant'),
  roles: [
    'président',
    'présidente',
    'ministre',
    'porte-parole',
    'directeur',
    'directrice',
    'chef',
    'maire',
    'secrétaire',
    'député',
    'députée',
    'sénateur',
    'sénatrice',
    'ambassadeur',
    'ambassadrice',
    'juge',
    'procureur',
    'procureure',
    'avocat',
    'avocate',
    'professeur',
    'expert',
    'responsable',
    'général',
    'colonel',
    'préfet',
    'préfète',
    'patron',
    'premier',
    'chancelier',
    'roi',
    'reine',
  ],
  titles: words('m mme mlle monsieur madame dr président présidente ministre'),
  female: words('elle'),
  male: words('il'),
  plural: words('ils elles nous on'),
  neuter: [],
};

export const namesFr: NameWords = {
  organisations: words(
    'ministère gouvernement parti université banque institut conseil commission tribunal cour agence parlement sénat assemblée police armée groupe association fédération organisation fondation préfecture parquet mairie onu ue élysée',
  ),
  particles: ['de', 'du', 'des', "d'", 'la', 'le', 'et'],
  weak: words('et la le des'),
  male: words(
    'jean pierre jacques françois emmanuel nicolas philippe michel alain bernard christophe olivier laurent stéphane thierry éric frédéric pascal bruno gérald édouard louis paul andré marc luc antoine julien thomas alexandre david vincent guillaume mathieu',
  ),
  female: words(
    'marie anne catherine isabelle nathalie sylvie françoise monique christine valérie sophie julie claire camille élisabeth brigitte ségolène laurence florence sandrine hélène aurélie céline agnès amélie',
  ),
  maleTitles: words('m monsieur'),
  femaleTitles: words('mme mlle madame'),
  placePrepositions: words('à dans'),
  surnameFirst: [],
  organisationNouns: words('entreprise groupe ministère agence gouvernement société'),
  companyNouns: words('entreprise groupe agence société'),
};
