import type { SpeechWords } from '../language.ts';
import { words } from '../language.ts';
import { englishForms, englishVerbs } from './english-forms.ts';

/**
 * English words of saying. A line is a verb (with its particle), its force and its frames:
 * `c` a clause ("said that …") or a quotation, `b` a clause only with "that" or a question word, `q` a quotation only,
 * `o` a noun phrase ("denied the claim"), `t` an infinitive of one's own ("vowed to …"), `x` another's ("urged X to …"),
 * `d` first object is who is told, `s` stance words that only count with a clause or a quotation.
 */
const verbs = `
say say cp
tell say cdxfp
add say cp
announce say co
state say c
declare say co
assert claim co
claim claim ct
allege claim co
maintain claim c
contend claim c
argue claim c
insist claim c
insist/on claim o
believe think c
note say co
observe say c
remark say c
comment say q
comment/on say o
explain say co
point/out say co
mention say bo
emphasize say bo
emphasise say bo
stress say bo
underline say bo
underscore say bo
highlight say bo
reiterate say co
repeat say bo
restate say bo
recall say co
recount say bo
describe say o
characterize say o
characterise say o
portray say o
depict say o
call say o
call/for ask o
call/on ask x
dub say o
brand say o
label say o
term say o
suggest say co
imply claim bo
hint say c
indicate say b
signal say b
concede confirm c
acknowledge confirm co
admit confirm co
admit/to confirm o
confess confirm c
confess/to confirm o
confirm confirm co
concur confirm q
agree confirm bt
agree/with confirm o
agree/on confirm o
agree/to confirm o
deny deny co
refute deny o
reject deny o
rebuff deny o
dispute deny bo
disavow deny o
dismiss deny o
rebut deny o
disagree deny q
disagree/with deny o
warn warn cdxf
warn/of warn o
warn/against warn o
warn/about warn o
caution warn cdx
caution/against warn o
threaten threaten to
vow promise cto
pledge promise cto
promise promise cto
swear promise ct
guarantee promise bo
commit/to promise o
assure promise cdf
reassure promise cd
offer say t
volunteer say c
propose say cot
recommend ask co
advise ask cxd
urge ask cx
ask ask cxd
ask/for ask o
ask/about ask o
beg ask xt
plead/for ask o
plead/with ask x
implore ask x
encourage ask x
exhort ask x
demand ask cot
request ask co
order ask xo
instruct ask x
appeal/for ask o
appeal/to ask x
call/upon ask x
press/for ask o
push/for ask o
lobby/for ask o
inquire ask q
question ask bo
wonder ask b
query ask q
challenge ask x
challenge say o
ponder ask b
respond say c
respond/to say o
reply say c
answer say q
retort say c
counter say c
quip say c
joke say c
jest say q
tease say q
muse say c
reason say b
theorize claim c
speculate claim c
opine say c
offer say q
continue say qb
conclude say c
summarize say q
begin say q
chime say q
interject say q
interrupt say q
agree confirm q
write say cp
write/about say o
write/of say o
put/it say c
remember say c
command ask x
demur say q
tweet say co
retweet say o
post say q
blog say q
text say q
email say q
wire say q
report report co
relay report co
reveal say co
disclose say co
divulge say o
announce say t
proclaim say co
profess say co
pronounce say o
affirm confirm co
reaffirm confirm co
testify say c
attest say b
swear say b
certify confirm b
rule say b
decree say b
decide say b
find report b
conclude report b
estimate say co
calculate say b
forecast say co
predict say co
project say t
expect think cxo
anticipate think co
hope think ct
fear think c
worry think c
doubt think bo
think think c
feel think c
assume think c
suspect think c
suppose think c
understand think b
know think b
realize think b
consider think o
view think o
see think o
want think tox
wish think tc
intend think t
plan think t
prefer think to
support think o
back think o
favor think o
favour think o
oppose think o
endorse say o
like think o
love think o
hate think o
praise say o
laud say o
hail say o
herald say o
applaud say o
commend say o
compliment say o
congratulate say o
thank say o
salute say o
welcome say o
criticize say o
criticise say o
condemn say o
denounce say o
decry say o
deplore say o
deride say o
mock say o
ridicule say o
insult say o
blast say o
slam say o
bash say o
lambaste say o
lambast say o
excoriate say o
assail say o
attack say o
berate say o
chide say o
scold say o
rebuke say o
reprimand say o
admonish say o
castigate say o
denigrate say o
disparage say o
jab say o
accuse claim o
blame claim o
fault claim o
credit say o
defend say o
justify say o
tout say o
boast say c
boast/of say o
boast/about say o
brag say c
brag/about say o
crow say q
bemoan say o
lament say co
bewail say o
regret say bo
complain say c
complain/about say o
complain/of say o
grumble say c
gripe say c
protest say co
object say c
object/to say o
rail/against say o
lash/out say o
speak/of say o
speak/about say o
speak/against say o
talk/about say o
talk/of say o
refer/to say o
allude/to say o
point/to say o
cite say or
quote report or
discuss say o
outline say o
detail say o
lay/out say o
spell/out say o
elaborate say q
expound say q
clarify say co
reflect say q
echo say o
stipulate say b
specify say b
express say o
voice say o
utter say o
articulate say o
convey say bo
communicate say bo
inform say cdf
notify say cdf
remind say cdxf
apologize say q
apologize/for say o
apologise/for say o
refuse refuse t
decline refuse t
shout say c
yell say c
scream say c
cry say q
exclaim say c
chant say q
whisper say c
mutter say c
murmur say q
sigh say q
shrug say q
laugh say q
smile say q
snap say q
fire/back say q
shoot/back say q
bark say q
thunder say q
roar say q
declare say o
identify say o
liken say o
equate say o
show report b
read report q
go say q
recite say o
narrate say q
sing say q
joke/about say o
hint/at say o
weigh/in say q
hit/back say q
push/back say q
speak/out say q
sum/up say q
tell/of say o
assess say o
deem say o
notice say b
foresee think o
envision think o
imagine think b
advocate say o
advocate/for say o
campaign/for say o
contradict deny o
debunk deny o
discredit deny o
disprove deny o
discount deny o
downplay deny o
question say o
hold say b
posit claim c
surmise claim c
venture say q
relate say b
retell say o
rejoin say q
gush say q
enthuse say q
fume say q
lash/out_at say o
take/aim_at say o
make/clear say c
attribute claim o
ascribe claim o
invoke say o
reference say o
tout/as say o
preach say o
teach say b
pray think bt
dare ask x
`;

/** Common verbs that are none of saying: they show where a clause has its verb. */
const otherVerbs = `
make take get come give become leave put keep let bring run meet lead stand lose pay set send build fall cut rise drive buy win break spend draw fight catch wear
choose deal hear grow sit eat throw hurt beat sell strike steal hide shut spread withdraw lie fly mean sleep forget arise undergo undertake overcome bear bind
cast flee freeze hang lend quit ride ring shake shed sink slide split spring stick sweep swing tear wake wind uphold sue move use try need start stop turn help
work play live happen seem appear remain include allow provide follow create change watch look serve die reach kill raise pass require decide pull return hold
develop carry receive join cause open close walk vote elect fail face focus increase decrease reduce cover produce arrest charge injure wound sign launch end
enter visit travel arrive land crash collapse destroy damage hit attend host form force feature fill finish gain handle hire hope improve involve issue
kick last lack learn lift limit lift lower manage mark marry matter miss mount name note obtain occur open operate own perform pick place prepare present
prevent protect push quit reach recover refer release rely remove replace represent resign resist respond restore result retire review save score search
secure settle share shift sign stage stay step struggle submit suffer support surround survive suspend switch target tend test touch track trade train
treat trigger unite value view violate wait warn waste weaken worry yield belong benefit block boost borrow bother campaign cancel capture cease cite clash
climb combine compete complete conduct confront connect consist contain continue contribute control convert convict cross dedicate defeat deliver depend
deploy deserve detain determine die differ disappear discover divide dominate donate double drag dress drop earn edge emerge employ enable enact encounter enforce
engage enjoy ensure escape establish evacuate evolve examine exceed exchange exist expand experience expire explode explore export extend fade favor feed
fix float flow fly found function fund gather generate govern grant greet guide halt head help hurt identify ignore impact implement import impose
impress inherit insert install intervene introduce invade invest investigate isolate jump kidnap knock leap levy link load locate look maintain
merge mix monitor murder negotiate nominate observe occupy open oppose oust outline overhaul oversee overturn pardon park participate partner pass pause
pose possess postpone pour practice press process profit prompt prosecute purchase pursue qualify quadruple race rally ramp range rank ratify react rebuild
recruit refuse register regulate reject remember renew repair repeal report rescue reserve resolve resume retain retreat reunite reverse revive risk rule
rush sanction seal seize separate serve settle shape shake shoot shrink slow soar spark stem stop strengthen strip succeed surge surpass surrender
swear tackle tape thrive tighten tie top total trace transfer transform trap trail triple tumble undermine unveil urge vary veto volunteer vanish warrant weigh welcome widen
wish withhold witness`;

export const speechEn: SpeechWords = {
  verbs: englishVerbs(verbs),
  small: {
    to: words('to'),
    by: words('by'),
    as: words('as'),
    on: words('on'),
    of: words('of'),
    about: words('about'),
    topic: words('of about against'),
    passiveTopic: words('of about for'),
    with: words('with'),
    at: words('at in'),
    from: words('from'),
    for: words('for'),
    but: words('but'),
    turn: words('but so yet'),
    and: words('and'),
    whether: words('if whether'),
    while: words('when where while'),
    bound: words('as after before since until'),
    contrast: words('while although though as when whereas after but'),
    aside: words('while because although though when after before since until if'),
    nonfinite: words('be been being having'),
    emphatic: words('do does did'),
    none: words('no nor neither'),
    today: words('today yesterday'),
    that: words('that'),
    those: words('those'),
    saying: words('saying telling'),
    whose: words('whose'),
    not: words('not'),
    interview: words('interview interviews'),
    clauseStands: words('no yes same otherwise'),
  },
  endings: {
    plural: words('s'),
    notPlural: words('ss'),
    adverb: words('ly'),
    past: words('ed'),
    gerund: words('ing'),
  },
  otherVerbs: words(otherVerbs).map(englishForms),
  nouns: words(
    `claim/claim statement/say assertion/claim allegation/claim accusation/claim announcement/say declaration/say warning/warn
    remark/say comment/say suggestion/say argument/claim contention/claim insistence/claim admission/confirm confirmation/confirm
    denial/deny promise/promise pledge/promise vow/promise threat/threaten call/ask demand/ask appeal/ask request/ask plea/ask
    criticism/say complaint/say question/ask concern/say prediction/say report/report rumor/report rumour/report
    proposal/say recommendation/ask conclusion/say finding/report ruling/say charge/claim belief/think fear/think hope/think view/think
    assurance/promise testimony/say notion/think idea/think speculation/think acknowledgment/confirm revelation/say
    estimate/say forecast/say message/say reply/say opinion/think praise/say refusal/refuse`,
  ),
  notSpeakers: words(
    'latest update updated exclusive video watch photos analysis opinion editorial breaking live factbox explainer review note correction report poll q&a here why how what',
  ),
  nounForms: words(
    'state call attack answer post blog text email wire remark mention rule support view plan love favor favour highlight back contest credit fault label term brand name address notice judge sign wish hope fear worry doubt stress challenge complaint study press hold order request promise pledge close',
  ),
  governors: words(
    'declined decline declines declining refused refuse refuses refusing failed fails failing went continued continues tried trying tries used began begins wants want wanted',
  ),
  refusals: words('declined decline declines declining refused refuse refuses refusing failed fails failing'),
  issuing: words(
    'released releases releasing release issued issues issuing issue posted posts posting post published publishes publishing publish sent sends sending send out wrote writes writing written tweeted shared shares sharing circulated circulating distributed distributing carried carrying held holding hold wore wearing put putting gave giving made making aired airing ran running filed filing signed signing sported waved waving launched launching',
  ),
  singularPronouns: words('he she it this that one'),
  pluralNouns: words('those people police men women children media data polls majority'),
  nounLinks: words('that to of about for against on from over whether'),
  that: words('that'),
  questionWords: words('if whether what why how who when where which'),
  accordingTo: ['according to', 'per', 'as reported by', 'as noted by', 'as told by', 'as described by'],
  adverbs: words('reportedly allegedly supposedly purportedly'),
  negations: words(
    "not never n't didn't doesn't don't won't wouldn't hasn't haven't hadn't cannot can't couldn't isn't aren't wasn't weren't no neither nor",
  ),
  be: words("be is are was were been being am 's 're isn't aren't wasn't weren't"),
  have: words("have has had having 've hasn't haven't hadn't"),
  modals: words(
    "do does did will would can could may might must shall should cannot won't wouldn't can't couldn't don't doesn't didn't shouldn't 'd 'll ought",
  ),
  determiners: words(
    'other the a an this that these those some any no every each all both another many several few more most such one two three four five six seven eight nine ten dozens hundreds',
  ),
  possessives: words('my your his her its our their whose'),
  subjects: words(
    'i he she they we it you who which that those these this there some many others most several both one everyone everybody someone somebody nobody anyone all few',
  ),
  objects: words('him her them us me you it whom himself herself themselves itself ourselves'),
  prepositions: words(
    'of in on at by to for from with about against over under during after before since between among through throughout within without into onto upon via per near behind beyond across around amid amidst despite toward towards off out up down as like than until regarding concerning outside inside along including alongside following besides versus',
  ),
  genitives: words('of for from'),
  coordinators: words('and or but nor yet so plus'),
  subordinators: words(
    'if because although though while when as since after before until unless whereas where why how whether once lest that than what whenever',
  ),
  relatives: words('who which that whose whom'),
  persons: words('who he she they we i you'),
  adverbsOfTime: words(
    'here monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun today yesterday tomorrow tonight now then recently earlier later again once also still repeatedly previously early late last this next week weekend month year night morning afternoon evening jan feb mar apr jun jul aug sep sept oct nov dec january february march april may june july august september october november december ago time day noon midday',
  ),
  adverbsPlain: words(
    'also later then again still now already even just only repeatedly recently earlier often frequently once never always further instead initially previously publicly privately flatly simply first soon subsequently specifically merely long ever too quickly famously bluntly finally reportedly directly not however though meanwhile rather quite really all both actually personally openly explicitly strongly certainly clearly effectively essentially essentially eventually formally immediately jokingly largely mostly nearly notably originally perhaps presumably probably quietly rarely sarcastically sharply similarly sometimes somewhat swiftly tacitly therefore thus typically ultimately unexpectedly usually vehemently vigorously widely wrongly yet almost',
  ),
  media: words(
    'media newspaper newspapers news agency paper daily magazine broadcaster channel station network outlet outlets tv television radio times post journal herald tribune gazette guardian telegraph press reuters afp yonhap xinhua cnn bbc nbc abc cbs pbs npr msnbc politico bloomberg kyodo interfax tass ria nhk mirror independent observer chronicle globe sun mail express standard examiner reporter reporters journal weekly tabloid website reports',
  ),
  documents: words(
    'report study survey poll polls document documents data statement letter email memo filing indictment complaint lawsuit ruling article editorial column book ad advertisement video tweet post message release petition headline analysis review figures statistics results research records transcript brief resolution bill paper order decree communique notice bulletin advisory directive circular memorandum manifesto',
  ),
  venues: words(
    `statement interview interviews conference briefing press-conference speech address remarks rally debate hearing email e-mail letter memo tweet tweets post posts message
    twitter facebook instagram telegram youtube weibo telephone phone call television tv radio show program programme broadcast podcast op-ed column article blog
    essay editorial book memoir report ad advertisement video testimony trial court meeting summit forum event ceremony gathering townhall hall dinner lunch
    visit appearance news filing lawsuit complaint affidavit brief release note notice session speech conversation presentation lecture panel sermon
    toast monologue keynote townhall response comments website page text memo dispatch communique communiqué announcement declaration resolution open-letter
    listing application bill legislation convention call-in chat exchange reply documentary newsletter commentary
    x bluesky mastodon reddit tiktok linkedin whatsapp wechat substack snapchat memorandum bulletin advisory indictment voicemail livestream stream newscast`,
  ),
  occasions: words(
    'conference briefing speech rally debate hearing address meeting summit forum event ceremony gathering trial dinner lunch lecture keynote session convention call panel visit appearance',
  ),
  venueLinks: words('in at on during via through by for before'),
  roles: words(
    `president premier minister prime secretary spokesman spokeswoman spokesperson chairman chairwoman chair chief director head leader governor mayor senator
    congressman congresswoman representative lawmaker lawmakers official officials officer ambassador envoy general colonel captain commander sheriff judge justice lawyer attorney
    prosecutor analyst expert professor economist scientist researcher doctor teacher coach manager executive ceo founder co-founder owner editor reporter
    journalist correspondent columnist author writer activist candidate nominee adviser advisor aide strategist pollster consultant counsel delegate chancellor
    king queen prince princess pope bishop archbishop cardinal pastor priest rabbi imam superintendent principal student farmer fisherman resident witness
    member deputy vice negotiator diplomat inspector detective sergeant lieutenant major admiral operator driver pilot engineer curator historian
    billionaire businessman businesswoman mogul actor actress singer star host anchor commentator pundit veteran survivor victim mother father son daughter wife husband brother sister
    organizer organiser coordinator treasurer trustee commissioner councilman councilwoman councillor councilor speaker whip boss partner fellow scholar comedian front-runner frontrunner contender challenger incumbent newcomer lawmaker democrat republican socialist conservative hopeful
    source publicist rep agent physician surgeon nurse psychiatrist psychologist sociologist biologist geologist physicist chemist meteorologist seismologist astronomer mathematician
    architect designer producer filmmaker novelist poet playwright rapper musician composer skipper firefighter trooper coroner magistrate chaplain dean provost rector lecturer
    undersecretary ombudsman banker trader investor entrepreneur chairperson legislator mediator peacekeeper dissident whistleblower defector plaintiff defendant juror eyewitness bystander
    neighbor neighbour landlord tenant shopkeeper technician mechanic electrician sailor captain policeman policewoman airman paramedic midwife librarian archivist`,
  ),
  contractions: words(
    "i'm i'd i'll i've he'd he'll she'd she'll it'd it'll we'd we'll we've we're you'd you'll you've you're they'd they'll they've they're who'd who'll who've there'd there'll that'd that'll",
  ),
  continuing: words('add continue'),
  definites: words('the this that his her its their'),
  indefinites: words('a an'),
  roleGroups: [
    words('chief head director boss'),
    words('chairman chairwoman chair'),
    words(
      'lawmaker senator congressman congresswoman representative legislator deputy councillor councilman councilwoman',
    ),
    words('spokesman spokeswoman spokesperson'),
    words('premier minister'),
    words('executive chief ceo founder boss'),
    words('lawyer attorney counsel'),
    words('prosecutor attorney'),
    words('candidate nominee contender hopeful frontrunner front-runner challenger'),
    words('businessman businesswoman mogul billionaire executive founder owner'),
    words('officer detective sergeant inspector lieutenant captain'),
    words('scientist researcher professor economist'),
    words('aide adviser advisor strategist'),
    words('coach manager'),
    words('author writer columnist'),
    words('diplomat ambassador envoy'),
    words('bishop archbishop cardinal'),
  ],
  unnamedRoles: words(
    'official officer spokesman spokeswoman spokesperson source aide adviser advisor analyst expert lawyer attorney member witness resident reporter man woman person',
  ),
  ownDocuments: words(
    'statement letter filing response email e-mail tweet memo message resolution communique communiqué decree announcement declaration release notice bulletin advisory directive circular',
  ),
  titles: words(
    'mr mrs ms miss dr sir lord lady dame sen rep gov gen col lt capt maj sgt prof rev hon pres sens reps president senator governor mayor secretary justice judge king queen prince princess pope chancellor ambassador congressman congresswoman representative speaker minister premier general admiral colonel captain sheriff professor former ex then-president dame vice prime',
  ),
  female: words('she her herself'),
  male: words('he him his himself'),
  plural: words('they them their we us our'),
  neuter: words('it its itself'),
};
