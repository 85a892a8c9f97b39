import { type CountWords, numberTable, words, wordTable } from '../language.ts';
import { moneySigns } from '../money.ts';

/** Chinese words of figures. */
export const countsZh: CountWords = {
  numerals: numberTable('一 1; 二 两 兩 2; 三 3; 四 4; 五 5; 六 6; 七 7; 八 8; 九 9; 〇 零 0'),
  scales: numberTable('十 10; 百 100; 千 1000; 万 萬 10000; 亿 億 100000000; 兆 1000000000000'),
  vague: words('第 几 幾 数 數 好几 若干 周 週 星期 初'),
  percents: words('% ％ 个百分点 個百分點'),
  percentBefore: words('百分之'),
  fractionLinks: words('分之'),
  halves: words('一半 半数'),
  currencies: {
    ...moneySigns,
    ...wordTable(
      'CNY: 元人民币 元 块 人民币; USD: 美元 美金; EUR: 欧元 歐元; GBP: 英镑 英鎊; JPY: 日元 日圆 日圓; KRW: 韩元 韓元 韩圆; RUB: 卢布 盧布; HKD: 港元 港币 港幣; TWD: 新台币 新台幣 台币 台幣 元新台币; CAD: 加元; AUD: 澳元; NZD: 新西兰元; SGD: 新加坡元 新元; CHF: 瑞士法郎 瑞郎; franc: 法郎; SEK: 瑞典克朗; NOK: 挪威克朗; DKK: 丹麦克朗; CZK: 捷克克朗; crown: 克朗; INR: 印度卢比; rupee: 卢比 盧比; peso: 比索; lira: 里拉; dinar: 第纳尔; dirham: 迪拉姆; rial: 里亚尔; BRL: 雷亚尔; THB: 泰铢 泰銖; VND: 越南盾; IDR: 印尼盾; MYR: 林吉特; BTC: 比特币 枚比特币',
    ),
  },
  units: wordTable(
    'km: 公里 千米; m: 米; cm: 厘米; mm: 毫米; kg: 公斤 千克; jin: 斤; t: 吨 噸; l: 升; bbl: 桶; ha: 公顷 公頃; mu: 亩 畝; km2: 平方公里 平方千米; m2: 平方米; m3: 立方米; MW: 兆瓦; GW: 吉瓦; kW: 千瓦; km/h: 公里每小时; degrees: 摄氏度; nmi: 海里',
  ),
  counters: words(
    '人 名 位 个 個 辆 輛 架 座 艘 户 戶 只 隻 头 頭 条 條 件 起 家 所 间 間 栋 棟 幢 台 臺 枚 例 票 张 張 份 支 项 項 株 棵 匹 把 套 处 處 批 列 颗 顆 部 本 篇 场 場 门 門 口 宗 片 枝 袋 盒 瓶 箱 组 組 队 隊 节 節 国 國 省 市 县 村 亩 床 席 种 種 人次 车次 辆次 趟 班',
  ),
  nounCounters: [],
  notCounters: words(
    '年 月 日 号 號 时 時 点 点钟 分 分钟 分鐘 秒 岁 歲 届 屆 周 週 天 小时 小時 个月 個月 个小时 个星期 星期 世纪 世紀 次 级 級 线 路 楼 层 层楼 等 成员国 季度 倍 期 章 条第 代 个年 年代 连 号线 号楼 样 些 直 下 起 定 共 度 致 切 旦 边 面 方面 再 般 同 向 带',
  ),
  fates: wordTable(
    'deaths: 死亡 遇难 遇難 丧生 喪生 身亡 死 罹难 罹難 遇害 牺牲 遗体; injured: 受伤 受傷 伤 傷 重伤 轻伤; hospitalised: 住院 送医; missing: 失踪 失蹤 失联; arrested: 被捕 逮捕 拘留 被抓; evacuated: 疏散 撤离 转移 撤離; infected: 确诊 感染 確診',
  ),
  fateReach: 10,
  particles: [],
  subjects: [],
  towards: [],
  genitives: words('的'),
  stops: words(
    '的 了 在 和 与 與 将 將 被 已 是 为 為 从 從 到 于 於 及 或 则 也 都 有 中 其 由 对 對 向 以 因 受 死 伤 傷 遇 失 参 參 撤 获 獲 称 稱 说 說 正 接 乘 疏 确 確 感 住 丧 喪 罹 仍 还 還 就 后 後 前 时 時 来 去 上 下 不 未 出 进 進 入 目 今 昨 明 当 當 等 之 罢 罷 停 需 要 会 會 能 可 应 必 把 给 让 使 跑 走 驶 涌 签 投 反 支 起 涨 降 升 增 减 分 报 表 共 并 內 内 至 成 占 每 提 送 通 联 抗 举 加 签 逃 登 落 爆 着 過 过 飞 飛 全 沉 塌 坍 倒 毁 垮 以 均 又 跳 住 观 观',
  ),
  passed: [],
  nouns: words(
    '飞机 飛機 飞行员 伤员 伤者 伤兵 死者 报纸 记者 参赛者 参与者 投资者 投票站 受害者 受访者 受灾群众 获奖者 遇难者 失业者 失踪者 感染者 感染病例 确诊病例 住户 住宅 停车位 签证 分店 分支机构 上市公司 中学生 中国人 中小企业 中央委员 大学生 小学生 成员 成员国 入境者 通勤者 联合国人员 抗议者 支持者 反对者 走私者 接种者 乘客 乘员 船员 进口商 出口商 出租车 前锋 有轨电车 表演者 会员 会议室 可疑人员 当地居民 在校生 在押人员 提案',
  ),
  verbEndings: [],
  measures: words(
    '从 由 升至 增至 上升 上涨 增长 增加 下降 降至 减少 减至 达到 达 涨至 涨到 降到 涨 降 为 約為 约为 约 共 扩大 缩小 升 跌 超过 至少 已有 突破 提高 占',
  ),
  subjectOpeners: words('的 ， 年 月 日 前 后 周 使 令'),
  hangul: false,
  bounds: {
    about: words('约 約 大约 大約 近 将近 約莫 差不多'),
    'at least': words('至少 最少 不少于 起码'),
    'at most': words('最多 至多 不超过'),
    over: words('超过 超過 逾 超 多于 突破'),
    under: words('不到 不足 少于 低于'),
  },
  boundsBehind: {
    about: words('左右 上下 余 餘 来 來'),
    'at least': words('以上 及以上'),
    'at most': words('以下 以内'),
    over: words('多'),
  },
  rangeLinks: words('至 到 - – — ~ ～'),
};
