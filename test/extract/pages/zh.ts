import type { PageCase } from './page-case.ts';

export const zh: readonly PageCase[] = [
  {
    build: 'old table layout: source line above, editor line below, page tools and hot list beside',
    url: 'https://www.haigang.example/2024/0314/c48213.html',
    byline: [],
    published: '2024-03-14',
    credit: 'Xinhua',
    page: `<html><head><title>海港市将试行夜间轮渡服务--海港网</title></head><body>
<table width="980"><tr><td><a href="/">首页</a> <a href="/gn">国内</a> <a href="/gj">国际</a> <a href="/cj">财经</a></td></tr></table>
<table width="980"><tr><td width="660"><h1>⟨海港市将试行夜间轮渡服务⟩</h1>
<div align="center">2024年03月14日09:20　来源：<a href="https://www.xinhua.example/">新华社</a>　<a href="#">手机看新闻</a></div>
<div align="center"><a href="#">打印</a> <a href="#">网摘</a> <a href="#">纠错</a> <a href="#">商城</a> <a href="#">分享</a> <a href="#">推荐</a> 字号</div>
<p>　　⟦海港市交通局14日宣布，从4月1日起在两条航线上试行夜间轮渡服务，为期三个月。⟧</p>
<p align="center"><img src="1.jpg"><br>夜间轮渡停靠海港码头。本网记者 江帆 摄</p>
<p>　　⟦跨港大桥去年秋天封闭维修后，夜里返回岛上的居民只能绕行六十公里，不少市民要求增加夜间班次。⟧</p>
<p>　　⟦交通局负责人表示，试行期间票价与白天相同，夜间班次每四十分钟一班，夏天之前将公布试行结果。⟧</p>
<p>　　⟦船员工会认为人手已经不足。交通局说，首航之前将再招聘四十人。⟧</p>
<p align="right">（责编：周宁、许可）</p></td>
<td width="300" valign="top"><b>热门排行</b><br>1<a href="/2024/0313/c48190.html">⟪滨江公园樱花进入盛花期，周末迎来大批游客⟫</a><br>2<a href="/2024/0313/c48177.html">⟪老城区电梯加装工程完成过半，居民点赞⟫</a><br>3<a href="/2024/0312/c48160.html">⟪岛上小学找回百年前的手绘地图⟫</a></td></tr></table>
<table width="980"><tr><td align="center">海港网版权所有，未经书面授权禁止使用<br>Copyright © 2004-2024 by haigang.example all rights reserved<br>网上传播视听节目许可证（0000000）| 违法和不良信息举报电话：000-00000000</td></tr></table></body></html>`,
  },
  {
    build: 'div soup in traditional script: further reading set into the text, app banner, comments, tags',
    url: 'https://news.dongwan.example/story/7266/7841203',
    byline: ['林曉文'],
    published: '2024-03-15T10:05:00+08:00',
    credit: 'CNA',
    page: `<!doctype html><html lang="zh-Hant"><head><title>燈塔守望者退休 小島最後一盞燈改由機器看守 | 東灣新聞網</title>
<meta property="og:title" content="燈塔守望者退休 小島最後一盞燈改由機器看守 | 東灣新聞網"><meta name="pubdate" content="2024-03-15T10:05:00+08:00"><meta name="author" content="中央社記者林曉文"></head><body>
<div class="navbox"><a href="/cate/1">即時</a><a href="/cate/2">要聞</a><a href="/cate/3">社會</a><a href="/cate/4">生活</a></div>
<div class="wrapper"><div class="box-title"><h1>⟨燈塔守望者退休 小島最後一盞燈改由機器看守⟩</h1><div class="info"><span>2024-03-15 10:05</span><span>中央社／ 記者林曉文／東灣15日電</span></div></div>
<div class="share-bar"><span>分享</span><a href="#">LINE</a><a href="#">臉書</a><a href="#">複製連結</a><span>A- A+</span></div>
<div class="box-text"><div class="txt"><p>⟦在小黑嶼守了四十年燈塔的文尚浩，本月底將搭最後一班船離開。航港單位說，燈塔下個月起改為自動運作。⟧</p>
<div class="ad"><span>廣告</span></div>
<p>⟦文尚浩說，點燈熄燈可以交給機器，「但看不到船的時候，會擔心的還是人」。⟧</p>
<div class="cap">文尚浩站在燈塔前。（圖／航港單位提供）</div>
<p><strong>延伸閱讀：</strong><a href="/story/7266/7840991">⟪三個學生的離島小學 一張老地圖回家了⟫</a></p>
<p>⟦島上目前住著八戶人家。他離開之後，過冬的人只剩十一位。⟧</p>
<p>⟦航港單位表示，燈塔旁的宿舍是否改成紀錄館，夏天以前會有結論。⟧</p></div></div>
<div class="app-download"><p>下載東灣新聞APP，天天抽好禮，最新消息不漏接！</p><a href="#">立即下載</a></div>
<div class="tags"><a href="/tag/1">燈塔</a><a href="/tag/2">離島</a><a href="/tag/3">航港</a></div>
<div class="more-news"><h3>相關新聞</h3><div><a href="/story/7266/7840812">⟪夜間渡輪四月試航 票價與白天相同⟫</a></div><div><a href="/story/7266/7840650">⟪跨港大橋維修再延三週 只開放單線通行⟫</a></div></div>
<div class="fb-comment"><h3>網友回應</h3><p>不用等了，快來搶頭香！發言前請先登入會員，並遵守留言規範。</p></div></div>
<div class="foot"><p>東灣新聞網 版權所有 © 2024 DONGWAN NEWS 未經授權禁止轉載</p></div></body></html>`,
  },
  {
    build: 'bare text',
    url: 'https://dump.example/zh/3',
    byline: [],
    published: '2024-03-18',
    credit: 'CNS',
    page: `东湾在线
您当前的位置：首页 > 新闻 > 社会
⟨市议会全票通过灯塔保护条例⟩
2024-03-18 16:40
来源：中国新闻网
字体：大 中 小

⟦中新网东湾3月18日电 东湾市议会18日召开全体会议，全票通过一项条例，要求保护三座老灯塔。⟧

⟦条例规定，市政府每两年须检查一次灯塔的状况，并承担一半的维修费用。⟧

⟦提出条例的议员闵道贤说：“灯塔是大海的记忆，拆了就再也回不来了。”⟧

【编辑：许可】

相关新闻
⟪海港市将试行夜间轮渡服务⟫
⟪青鱼价格连涨三天，出海渔船只剩一半⟫
⟪岛上邮局开始用无人机送信⟫

分享到：
更多精彩内容请进入社会新闻
关于我们 | 联系我们 | 广告服务 | 法律声明
Copyright ©1999-2024 东湾在线 版权所有`,
  },
];
