import type { PageCase } from './page-case.ts';

export const th: readonly PageCase[] = [
  {
    build: 'article element: related lines between paragraphs, follow lines, hashtags',
    url: 'https://www.fangthale.example/news/local/48213',
    byline: ['วรรณา ทะเลงาม'],
    published: '2024-03-14T09:20:00+07:00',
    credit: null,
    page: `<!doctype html><html lang="th"><head><title>ท่าเรือเตรียมทดลองเดินเรือข้ามฟากกลางคืน เริ่มเมษายนนี้ | ฝั่งทะเลออนไลน์</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"ท่าเรือเตรียมทดลองเดินเรือข้ามฟากกลางคืน เริ่มเมษายนนี้","datePublished":"2024-03-14T09:20:00+07:00","author":{"@type":"Person","name":"วรรณา ทะเลงาม"}}</script></head><body>
<header><nav><a href="/news">ข่าว</a><a href="/sport">กีฬา</a><a href="/ent">บันเทิง</a><a href="/horo">ดวง</a></nav></header>
<article><h1>⟨ท่าเรือเตรียมทดลองเดินเรือข้ามฟากกลางคืน เริ่มเมษายนนี้⟩</h1><div class="meta"><span>14 มี.ค. 2567 09:20 น.</span><span>โดย วรรณา ทะเลงาม</span></div><div class="share"><a href="#">แชร์</a><a href="#">คัดลอกลิงก์</a></div>
<div class="article-body"><p>⟦การท่าเรือเปิดเผยเมื่อวันพฤหัสบดีว่า จะเริ่มทดลองเดินเรือข้ามฟากในเวลากลางคืนสองเส้นทางตั้งแต่วันที่ 1 เมษายน เป็นเวลาสามเดือน⟧</p>
<p>⟦หลังจากสะพานข้ามอ่าวปิดซ่อมเมื่อปลายปีที่แล้ว ชาวเกาะต้องอ้อมไกลกว่าหกสิบกิโลเมตรเพื่อกลับบ้านในตอนกลางคืน⟧</p>
<p><a href="/news/local/48190">อ่านข่าว : ⟪หกเดือนที่ไม่มีสะพาน ชาวเกาะนั่งรอเช้า⟫</a></p>
<p>⟦ผู้อำนวยการฝ่ายผู้โดยสารกล่าวว่า “เราอยากรู้ภายในหน้าร้อนนี้ว่ามีคนใช้บริการมากแค่ไหน” โดยค่าโดยสารเท่ากับเวลากลางวัน⟧</p>
<p>⟦ด้านสหภาพแรงงานเตือนว่าลูกเรือไม่พออยู่แล้ว ขณะที่การท่าเรือจะรับเพิ่มอีกสี่สิบคนก่อนเที่ยวแรก⟧</p>
<p>ติดตามข่าวสารเพิ่มเติมได้ที่ Facebook : <a href="https://facebook.com/fangthale">ฝั่งทะเลออนไลน์</a></p></div>
<div class="tags"><span>แท็กที่เกี่ยวข้อง</span><a href="/tags/1">ท่าเรือ</a><a href="/tags/2">เรือข้ามฟาก</a></div></article>
<section class="related"><h3>ข่าวที่เกี่ยวข้อง</h3><ul><li><a href="/news/local/48177">⟪แผนที่เก่าร้อยปีกลับคืนสู่โรงเรียนบนเกาะ⟫</a></li><li><a href="/news/economy/48160">⟪ราคาปลาขยับขึ้นเป็นวันที่สามติดต่อกัน⟫</a></li></ul></section>
<footer><p>สงวนลิขสิทธิ์ © 2567 ฝั่งทะเลออนไลน์</p></footer></body></html>`,
  },
  {
    build: 'div soup with source and picture thanks below the text',
    url: 'https://khaokoh.example/index.php?topic=317204',
    byline: [],
    published: '2024-03-15',
    credit: 'Xinhua',
    page: `<html><head><title>คนเฝ้าประภาคารคนสุดท้ายอำลาเกาะ - ข่าวเกาะ</title></head><body>
<div id="menu"><a href="/">หน้าแรก</a> <a href="/index.php?board=1">ข่าวทั่วไป</a> <a href="/index.php?board=2">ต่างประเทศ</a></div>
<div id="main"><h1>⟨คนเฝ้าประภาคารคนสุดท้ายอำลาเกาะ⟩</h1><div class="d">เผยแพร่: 15 มีนาคม 2567 18:30</div><div class="v">อ่าน 1,204 ครั้ง</div>
<div class="c"><p>⟦นายสมุทร หินดำ คนเฝ้าประภาคารบนเกาะหินดำมานานสี่สิบปี จะออกจากเกาะในสิ้นเดือนนี้ หลังประภาคารเปลี่ยนเป็นระบบอัตโนมัติ⟧</p>
<p>⟦“เปิดไฟปิดไฟเครื่องก็ทำได้ แต่จะเป็นห่วงเรือที่ยังไม่กลับมามีแต่คนเท่านั้น” เขากล่าว⟧</p>
<p>⟦บนเกาะมีแปดครอบครัว เมื่อเขาจากไปจะเหลือคนอยู่ผ่านหน้ามรสุมเพียงสิบเอ็ดคน⟧</p>
<p>ที่มา : ซินหัว</p><p>ขอบคุณภาพจาก : สำนักงานทางทะเล</p></div>
<div class="s">แชร์ไปยัง : <a href="#">Line</a> <a href="#">Facebook</a></div></div>
<div id="right"><h4>ข่าวยอดนิยม</h4><ul><li><a href="/index.php?topic=316900">⟪สวนฤดูหนาวเปิดวันแรกคนแน่นสองหมื่น⟫</a></li><li><a href="/index.php?topic=316877">⟪ซ่อมสะพานต่ออีกสามสัปดาห์ เปิดช่องทางเดียว⟫</a></li></ul></div></body></html>`,
  },
  {
    build: 'table layout with breaks in the text',
    url: 'http://www.nangsuepim.example/news_detail.php?id=3318',
    byline: [],
    published: '2024-03-18',
    credit: null,
    page: `<html><head><title>สภาเมืองมีมติเอกฉันท์อนุรักษ์ประภาคารเก่า</title></head><body>
<table><tr><td><a href="/">หน้าหลัก</a> | <a href="/news.php">ข่าว</a> | <a href="/contact.php">ติดต่อเรา</a></td></tr>
<tr><td><b><font size="4">⟨สภาเมืองมีมติเอกฉันท์อนุรักษ์ประภาคารเก่า⟩</font></b><br>วันที่ 18 มีนาคม 2567<br><br>
⟦สภาเมืองมีมติเอกฉันท์เมื่อวันจันทร์ให้อนุรักษ์ประภาคารเก่าสามแห่งริมชายฝั่ง หลังจากมีผู้เสนอให้รื้อทิ้งเพื่อสร้างลานจอดรถ⟧<br><br>
⟦ตามมติดังกล่าว เมืองจะตรวจสภาพประภาคารทุกสองปี และรับผิดชอบค่าซ่อมแซมครึ่งหนึ่ง⟧<br><br>
⟦ผู้เสนอญัตติกล่าวว่า ประภาคารคือความทรงจำของทะเล เมื่อรื้อไปแล้วย่อมไม่มีวันได้คืนมา⟧<br><br>
<a href="javascript:history.back()">ย้อนกลับ</a> <a href="#">พิมพ์หน้านี้</a></td></tr>
<tr><td><b>ข่าวล่าสุด</b><br>- <a href="/news_detail.php?id=3317">⟪ไปรษณีย์เกาะเริ่มใช้โดรนส่งจดหมาย⟫</a><br>- <a href="/news_detail.php?id=3316">⟪แม่ค้าตลาดยินดีกับเรือข้ามฟากกลางคืน⟫</a></td></tr></table></body></html>`,
  },
];
