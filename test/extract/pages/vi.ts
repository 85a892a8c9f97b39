import type { PageCase } from './page-case.ts';

export const vi: readonly PageCase[] = [
  {
    build: 'portal: writer at the end of the text, related list inside it, topics, comment box',
    url: 'https://www.baobencang.example/thoi-su/pha-dem-bat-dau-tu-thang-4-48213.html',
    byline: ['Lê Hải Yến'],
    published: '2024-03-14T09:20:00+07:00',
    credit: null,
    page: `<!doctype html><html lang="vi"><head><title>Phà đêm bắt đầu chạy từ tháng 4 - Báo Bến Cảng</title>
<meta property="article:published_time" content="2024-03-14T09:20:00+07:00"><meta property="og:site_name" content="Báo Bến Cảng"></head><body>
<header><nav><a href="/thoi-su">Thời sự</a><a href="/kinh-te">Kinh tế</a><a href="/the-thao">Thể thao</a></nav></header>
<section class="sidebar-1"><span class="date">Thứ năm, 14/3/2024, 09:20 (GMT+7)</span><h1 class="title-detail">⟨Phà đêm bắt đầu chạy từ tháng 4⟩</h1>
<article class="fck_detail"><p class="Normal">⟦Ban quản lý cảng hôm nay cho biết từ ngày 1/4 sẽ chạy thử phà đêm trên hai tuyến, trong thời gian ba tháng.⟧</p>
<p class="Normal">⟦Cầu qua cảng đóng từ mùa thu năm ngoái, người dân trên đảo phải đi vòng sáu mươi km để về nhà vào buổi tối.⟧</p>
<ul class="list-news"><li><a href="/thoi-su/sau-thang-khong-co-cau-48190.html">⟪Sáu tháng không có cầu, người dân đảo ngồi chờ sáng⟫</a></li><li><a href="/kinh-te/gia-ca-tang-ba-ngay-48160.html">⟪Giá cá tăng ba ngày liên tiếp, tàu ra khơi giảm nửa⟫</a></li></ul>
<p class="Normal">⟦"Chúng tôi muốn biết trước mùa hè có bao nhiêu người sử dụng", trưởng phòng hành khách nói. Giá vé bằng ban ngày.⟧</p>
<p class="Normal">⟦Công đoàn cảnh báo thủy thủ vốn đã thiếu. Cảng sẽ tuyển thêm bốn mươi người trước chuyến đầu tiên.⟧</p>
<p class="Normal" style="text-align:right"><strong>Lê Hải Yến</strong></p></article>
<div class="social"><a href="#">Chia sẻ</a><a href="#">Lưu tin</a><a href="#">Trở lại Thời sự</a></div></section>
<div class="box_comment"><h3>Ý kiến</h3><p>Bạn nghĩ gì về bài viết này? Hãy gửi ý kiến, tòa soạn sẽ duyệt trước khi đăng.</p></div>
<aside><h2>Đọc nhiều</h2><ul><li><a href="/thoi-su/ba-muoi-doi-hai-au-48101.html">⟪Ba mươi đôi hải âu làm tổ trên mái tòa thị chính⟫</a></li></ul></aside>
<footer><p>© 2024. Toàn bộ bản quyền thuộc Báo Bến Cảng</p></footer></body></html>`,
  },
  {
    build: 'div soup with source line and agency',
    url: 'https://tinvinh.example/tin-tuc/nguoi-gac-hai-dang-cuoi-cung-317204',
    byline: [],
    published: '2024-03-15',
    credit: 'VNA',
    page: `<html lang="vi"><head><title>Người gác hải đăng cuối cùng rời đảo | Tin Vịnh</title></head><body>
<div class="menu"><a href="/">Trang chủ</a><a href="/tin-tuc">Tin tức</a><a href="/lien-he">Liên hệ</a></div>
<div class="noidung"><h1>⟨Người gác hải đăng cuối cùng rời đảo⟩</h1><div class="ngay">Ngày đăng: 15/03/2024 18:30</div>
<div class="anh"><img src="/2.jpg"><p>Ngọn hải đăng trên đảo Đá Đen. Ảnh: Trần Sóng</p></div>
<div class="chitiet"><p>⟦Ông Nguyễn Văn Đá, người gác hải đăng trên đảo Đá Đen suốt bốn mươi năm, sẽ rời đảo vào cuối tháng này vì ngọn đèn được chuyển sang tự động.⟧</p>
<p>⟦"Bật đèn, tắt đèn thì máy làm được, còn lo cho con tàu chưa về thì chỉ có con người", ông nói.⟧</p>
<p>⟦Trên đảo có tám gia đình. Sau khi ông đi, chỉ còn mười một người ở lại qua mùa đông.⟧</p>
<p>Nguồn: TTXVN</p></div><div class="chiase">Chia sẻ bài viết: <a href="#">Facebook</a> <a href="#">Zalo</a></div></div>
<div class="phai"><h3>Tin liên quan</h3><ul><li><a href="/tin-tuc/sua-cau-them-ba-tuan-316900">⟪Sửa cầu kéo dài thêm ba tuần, chỉ mở một làn⟫</a></li><li><a href="/tin-tuc/buu-dien-dao-dung-drone-316877">⟪Bưu điện trên đảo bắt đầu dùng drone đưa thư⟫</a></li></ul></div>
<div class="chan">Ghi rõ nguồn "Tin Vịnh" khi phát hành lại thông tin từ website này.</div></body></html>`,
  },
  {
    build: 'bare text',
    url: 'https://dump.example/vi/3',
    byline: [],
    published: '2024-03-18',
    credit: null,
    page: `Báo Đảo
Thời sự
Thể thao
Tin mới nhất
- ⟪Bưu điện trên đảo dùng máy bay không người lái đưa thư⟫
- ⟪Tiểu thương chợ đêm vui mừng vì có phà đêm⟫

⟨Thành phố bảo vệ ba ngọn hải đăng cổ⟩
Ngày đăng: 18/03/2024 16:40
Chia sẻ

⟦Hội đồng thành phố hôm thứ Hai nhất trí thông qua nghị quyết bảo vệ ba ngọn hải đăng cổ ven biển, vốn bị đề nghị phá bỏ để làm bãi đỗ xe.⟧

⟦Theo nghị quyết, thành phố kiểm tra các ngọn hải đăng hai năm một lần và chịu một nửa chi phí sửa chữa.⟧

⟦"Hải đăng là ký ức của biển, đã phá thì không bao giờ có lại", người đề xuất nói.⟧

Bản quyền thuộc Báo Đảo

Đọc nhiều nhất
- ⟪Tấm bản đồ cũ trở về trường học trên đảo⟫
- ⟪Cảng tuyển bốn mươi người trước mùa hè năm nay⟫
Xem thêm`,
  },
];
