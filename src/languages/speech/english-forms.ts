import type { Force, SpeechVerb, VerbForms } from '../language.ts';

/** Lines "verb[/particle] force frames" as verbs with all their forms. */
export function englishVerbs(lines: string): readonly SpeechVerb[] {
  const verbs: SpeechVerb[] = [];
  for (const line of lines.split('\n')) {
    const [name, force, frames] = line.trim().split(' ');
    if (frames === undefined) continue;
    const [lemma, particle] = name.split('/');
    verbs.push({
      lemma,
      particle: particle?.replace('_', ' ') ?? null,
      force: force as Force,
      frames,
      forms: englishForms(lemma),
    });
  }
  return verbs;
}

/** The forms of an English verb, by rule or from the list of irregular ones. */
export function englishForms(lemma: string): VerbForms {
  const ends = (suffix: string) => lemma.endsWith(suffix);
  const consonantY = /[^aeiou]y$/.test(lemma);
  const doubles = /^[^aeiou]*[aeiou][bdgmnprt]$/.test(lemma) || doubling.has(lemma);
  const stem = ends('e') && !ends('ee') ? lemma.slice(0, -1) : doubles ? lemma + lemma.slice(-1) : lemma;
  const s = consonantY ? `${lemma.slice(0, -1)}ies` : /(s|sh|ch|x|z|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  const ing = ends('ie') ? `${lemma.slice(0, -2)}ying` : ends('ee') ? `${lemma}ing` : `${stem}ing`;
  const regular = consonantY ? `${lemma.slice(0, -1)}ied` : ends('e') ? `${lemma}d` : `${stem}ed`;
  const [past, participle] = irregular[lemma]?.split(' ') ?? [regular, regular];
  return { base: [lemma], present: [s], past: [past], participle: [participle ?? past], gerund: [ing] };
}

const doubling = new Set([
  'demur',
  'admit',
  'commit',
  'rebut',
  'refer',
  'infer',
  'concur',
  'permit',
  'submit',
  'deter',
  'occur',
  'prefer',
  'begin',
  'forget',
  'upset',
  'transfer',
  'propel',
  'compel',
  'expel',
  'control',
  'equip',
  'quip',
]);

const irregular: Record<string, string> = Object.fromEntries(
  `say said said,tell told told,write wrote written,think thought thought,feel felt felt,know knew known,understand understood understood,
  see saw seen,find found found,show showed shown,read read read,go went gone,sing sang sung,hold held held,foresee foresaw foreseen,
  swear swore sworn,speak spoke spoken,lay laid laid,begin began begun,teach taught taught,retell retold retold,forecast forecast forecast,shoot shot shot,hit hit hit,
  make made made,take took taken,get got got,come came come,give gave given,become became become,leave left left,put put put,keep kept kept,let let let,
  bring brought brought,run ran run,meet met met,lead led led,stand stood stood,lose lost lost,pay paid paid,set set set,send sent sent,build built built,
  fall fell fallen,cut cut cut,rise rose risen,drive drove driven,buy bought bought,win won won,break broke broken,spend spent spent,draw drew drawn,
  fight fought fought,catch caught caught,wear wore worn,choose chose chosen,deal dealt dealt,hear heard heard,grow grew grown,sit sat sat,eat ate eaten,
  throw threw thrown,hurt hurt hurt,beat beat beaten,seek sought sought,sell sold sold,strike struck struck,steal stole stolen,hide hid hidden,shut shut shut,
  spread spread spread,withdraw withdrew withdrawn,lie lay lain,fly flew flown,mean meant meant,sleep slept slept,forget forgot forgotten,arise arose arisen,
  undergo underwent undergone,undertake undertook undertaken,overcome overcame overcome,bear bore borne,bind bound bound,bid bid bid,cast cast cast,dig dug dug,
  fit fit fit,flee fled fled,freeze froze frozen,hang hung hung,lend lent lent,light lit lit,quit quit quit,ride rode ridden,ring rang rung,shake shook shaken,
  shed shed shed,sink sank sunk,slide slid slid,split split split,spring sprang sprung,stick stuck stuck,sweep swept swept,swing swung swung,tear tore torn,wake woke woken,
  weep wept wept,wind wound wound,uphold upheld upheld,upset upset upset,sue sued sued,do did done,have had had,be was been,fire fired fired,bet bet bet`
    .split(',')
    .map((line) => {
      const [lemma, ...forms] = line.trim().split(' ');
      return [lemma, forms.join(' ')];
    }),
);
