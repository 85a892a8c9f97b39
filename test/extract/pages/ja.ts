import type { PageCase } from './page-case.ts';

export const ja: readonly PageCase[] = [
  {
    build: 'member-only stub: first lines, then a box that asks for a subscription',
    url: 'https://www.kaitoshimbun.example/articles/SKT3G48213.html',
    byline: ['林美咲'],
    published: '2024-03-14T09:20:00+09:00',
    credit: null,
    kind: 'stub',
    page: `<!doctype html><html lang="ja"><head><title>港湾局、春から夜間フェリーを試験運航：海東新聞デジタル</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"港湾局、春から夜間フェリーを試験運航","datePublished":"2024-03-14T09:20:00+09:00","isAccessibleForFree":false,"author":[{"@type":"Person","name":"林美咲"}]}</script></head><body>
<header><a href="/">海東新聞デジタル</a><nav><a href="/national">社会</a><a href="/business">経済</a><a href="/politics">政治</a></nav><a href="/login">ログイン</a></header>
<main><h1>⟨港湾局、春から夜間フェリーを試験運航⟩</h1><div class="meta"><span>有料記事</span><span>林美咲</span><time datetime="2024-03-14T09:20:00+09:00">2024年3月14日 9時20分</time></div>
<div class="sns"><a href="#">メールで送る</a><a href="#">ブックマーク</a><a href="#">印刷する</a><a href="#">シェア</a></div>
<div class="article-text"><figure><img src="/i/1.jpg"><figcaption>夜の桟橋に着いた船＝海東市、遠山航撮影</figcaption></figure>
<p>⟦　海東港湾局は１４日、４月から二つの航路で夜間フェリーの試験運航を始めると発表した。期間は三か月で、料金は昼間と同じにする。⟧</p>
<p>⟦　港の橋が昨秋に通行止めになってから、島へ帰る足がなくなったという声が住民から相次いでいた。局の担当者は⟧</p></div>
<div class="paywall"><p>この記事は有料記事です。残り642文字</p><p>有料会員になると続きをお読みいただけます。</p><a href="/subscribe">無料期間中に解約した場合、料金はかかりません</a></div>
<aside><h2>関連ニュース</h2><ul><li><a href="/articles/SKT3F48190.html">⟪市役所の屋上でカモメが巣作り、三十組を確認⟫</a></li>
<li><a href="/articles/SKT3F48177.html">⟪島の学校に古い地図が戻る、引き出しから発見⟫</a></li></ul></aside></main>
<footer><p>海東新聞デジタルに掲載の記事・写真の無断転載を禁じます。© The Kaito Shimbun</p></footer></body></html>`,
  },
  {
    build: 'portal that carries a wire story: no semantic tags, lists of ranking and of topics',
    url: 'https://news.minato.example/articles/4821300aa12',
    byline: [],
    published: '2024-03-15',
    credit: 'Kyodo',
    page: `<!doctype html><html><head><title>灯台守が４０年の勤めを終える　小黒島（共同通信） - みなとニュース</title><meta property="og:site_name" content="みなとニュース"></head><body>
<div id="top"><a href="/">トップ</a><a href="/local">地域</a><a href="/sports">スポーツ</a><a href="/ranking">ランキング</a></div>
<div id="contents"><div><h1>⟨灯台守が４０年の勤めを終える　小黒島⟩</h1><p>2024/3/15(金) 18:30 配信</p><div><a href="/media/kyodo">共同通信</a></div><span>27コメント</span></div>
<div class="yjDirect"><div><p>⟦小黒島の灯台を４０年守ってきた文尚浩さん（６２）が今月末、島を離れる。灯台は来月から自動運転に切り替わる。⟧</p>
<p>⟦文さんは「明かりをつけて消すのは機械でいい。船が見えない時に心配するのは人間だ」と話した。⟧</p>
<p>⟦島には八世帯が暮らす。文さんが去ると、冬を越すのは十一人になる。⟧</p>
<p>⟦海上局は宿舎を記録館に改める案について、夏までに結論を出す。⟧</p></div></div>
<div class="btns"><button>シェア</button><button>ポスト</button><a href="#">この記事を元の配信元で読む</a></div>
<div><h2>関連記事</h2><ul><li><a href="/articles/4821300aa01">⟪生徒三人の島の学校、百年前の手描き地図を公開⟫</a></li><li><a href="/articles/4821300aa02">⟪港の橋の補修、さらに三週間　片側だけ通行可⟫</a></li></ul></div>
<div><h2>アクセスランキング</h2><ol><li><a href="/articles/4821300ab01">⟪ニシンの値上がり続く　出漁は半分にとどまる⟫</a></li><li><a href="/articles/4821300ab02">⟪冬の庭園に初日二万人　市役所前の広場⟫</a></li></ol></div></div>
<div id="foot"><a href="/privacy">プライバシー</a><a href="/help">ヘルプ</a><p>Copyright © 2024 Minato News. All rights reserved.</p></div></body></html>`,
  },
  {
    build: 'live page: introduction and posts, each with its time',
    url: 'https://www.kaitoshimbun.example/live/storm-2024',
    byline: [],
    published: '2024-03-18T06:10:00+09:00',
    credit: null,
    kind: 'live',
    page: `<!doctype html><html lang="ja"><head><title>【詳報】春の嵐、海東市で停電続く</title><meta property="article:published_time" content="2024-03-18T06:10:00+09:00"></head><body>
<nav><a href="/">海東新聞デジタル</a></nav><main><h1>⟨【詳報】春の嵐、海東市で停電続く⟩</h1>
<div class="intro"><p>⟦海東市では１７日夜から強い風が続き、およそ八千世帯が停電している。各地の様子を時系列で伝える。⟧</p></div>
<div class="share"><a href="#">X</a><a href="#">LINE</a></div>
<div class="timeline"><div class="live-post"><time datetime="2024-03-18T09:40:00+09:00">⟦9:40⟧</time><h3>⟦港の西側で復旧始まる⟧</h3><p>⟦電力会社は港の西側の千二百世帯で送電を再開したと発表した。残る地区は夕方までかかる見通しという。⟧</p></div>
<div class="live-post"><time datetime="2024-03-18T08:15:00+09:00">⟦8:15⟧</time><h3>⟦フェリーは全便欠航⟧</h3><p>⟦港湾局は１８日の全便を欠航にすると決めた。波の高さは五メートルに達している。⟧</p></div>
<div class="live-post"><time datetime="2024-03-18T07:30:00+09:00">⟦7:30⟧</time><h3>⟦学校は休校に⟧</h3><p>⟦市教育委員会は市内すべての小中学校を休校にした。島の学校には教員が泊まり込んでいる。⟧</p></div>
<div class="live-post"><time datetime="2024-03-18T06:10:00+09:00">⟦6:10⟧</time><h3>⟦停電八千世帯に⟧</h3><p>⟦電力会社によると、午前六時までに停電はおよそ八千世帯に広がった。けが人の情報は入っていない。⟧</p></div></div>
<section class="recommend"><h2>おすすめ記事</h2><ul><li><a href="/articles/SKT3J48301.html">⟪停電に備える五つの心得、まず冷蔵庫を開けない⟫</a></li></ul></section></main></body></html>`,
  },
];
