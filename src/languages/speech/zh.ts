import type { UnspacedSpeech } from '../language.ts';
import { words } from '../language.ts';

/** Chinese words of saying. Longer forms first, so that the longest is taken. */
export const speechZh: UnspacedSpeech = {
  verbs: [
    { lemma: '表示', force: 'say', bare: true, forms: words('表示') },
    { lemma: '指出', force: 'say', bare: true, forms: words('指出') },
    { lemma: '强调', force: 'say', bare: true, forms: words('强调 強調') },
    { lemma: '宣布', force: 'say', bare: true, forms: words('宣布 宣佈') },
    { lemma: '声称', force: 'claim', bare: true, forms: words('声称 聲稱 宣称 宣稱') },
    { lemma: '透露', force: 'say', bare: true, forms: words('透露') },
    { lemma: '补充', force: 'say', bare: false, forms: words('补充说 補充說 补充道 补充') },
    { lemma: '介绍', force: 'say', bare: false, forms: words('介绍说 介绍 介紹') },
    { lemma: '解释', force: 'say', bare: false, forms: words('解释说 解释 解釋') },
    { lemma: '警告', force: 'warn', bare: true, forms: words('警告说 警告称 警告') },
    { lemma: '否认', force: 'deny', bare: true, forms: words('否认 否認') },
    { lemma: '证实', force: 'confirm', bare: true, forms: words('证实 證實 确认 確認') },
    { lemma: '承认', force: 'confirm', bare: true, forms: words('承认 承認') },
    { lemma: '承诺', force: 'promise', bare: true, forms: words('承诺 承諾') },
    { lemma: '威胁', force: 'threaten', bare: false, forms: words('威胁说 威胁称 威胁') },
    { lemma: '呼吁', force: 'ask', bare: true, forms: words('呼吁 呼籲 敦促') },
    { lemma: '要求', force: 'ask', bare: true, forms: words('要求') },
    { lemma: '报道', force: 'report', bare: false, forms: words('报道说 报道称 報道稱 報導指出 报道 報導') },
    { lemma: '认为', force: 'claim', bare: true, forms: words('认为 認為') },
    { lemma: '写道', force: 'say', bare: false, forms: words('写道 寫道 发文称') },
    { lemma: '问', force: 'ask', bare: false, forms: words('问道 问') },
    { lemma: '说', force: 'say', bare: false, forms: words('还说 说道 說道 说 說') },
    { lemma: '称', force: 'say', bare: false, forms: words('称 稱') },
    { lemma: '回应', force: 'say', bare: false, forms: words('回应说 回应称 回应 回應') },
  ],
  accordingTo: [
    ['据', '报道'],
    ['据', '消息'],
    ['据', '介绍'],
    ['据', '称'],
    ['据', '透露'],
    ['根据', '的说法'],
    ['根据', '报道'],
    ['据', ''],
    ['根据', ''],
    ['按照', '的说法'],
  ],
  adverbs: words('同时 并 还 也 再次 进一步 则 曾 已 随后 此前 日前 近日 明确 公开'),
  venueOpeners: ['在', '于'],
  venueClosers: words('上 中 时 期间 后'),
  venues: words(
    '记者会 新闻发布会 发布会 采访 专访 会议 讲话 演讲 声明 推特 微博 脸书 节目 论坛 听证会 例行记者会 记者招待会 会谈 电视讲话 文章',
  ),
  addresseeOpeners: words('对 向 告诉'),
  timeWords: words(
    '周一 周二 周三 周四 周五 周六 周日 星期一 星期二 星期三 星期四 星期五 星期六 星期日 今天 昨天 今日 昨日 当天 当日 日前 近日 上午 下午 晚间',
  ),
  negations: words('没有 未 不'),
  unnamed: ['该', '一名', '一位', '这家', '这位', '有关', '人士', '官员', '专家', '消息人士', '居民'],
  pronouns: words('他 她'),
  titles: words(
    '总统 总理 部长 外长 主席 发言人 市长 省长 局长 教授 董事长 总裁 总经理 主任 秘书长 大使 专家 院长 校长 记者 经理 议员 律师 先生 女士',
  ),
  bodies: words('会 會 部 局 厅 廳 院 署 委 公司 集团 集團 大学 大學 银行 銀行 政府'),
  documents: words(
    '发布的通报 发布通报 发表声明 发布声明 发布公告 发布消息 发布报告 发表文章 的通报 的声明 的报告 的公告 通报 通報 声明 聲明 公告 公报 公報 报告 報告 消息 文章 会议 會議',
  ),
};
