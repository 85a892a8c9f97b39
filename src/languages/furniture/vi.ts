import type { FurnitureWords } from '../language.ts';
import { monthNames, phrases } from '../language.ts';

/** Vietnamese: the words around a text. */
export const furniture: FurnitureWords = {
  months:
    monthNames(`tháng 1, tháng 2, tháng 3, tháng 4, tháng 5, tháng 6, tháng 7, tháng 8, tháng 9, tháng 10, tháng 11,
    tháng 12`),
  by: phrases(`tác giả, bởi, bài, bài viết, viết bởi, người viết, bài và ảnh, phóng viên, thực hiện, đăng bởi`),
  role: phrases('phóng viên, biên tập viên, nhà báo, pv, cộng tác viên, btv, thông tín viên'),
  nobody: phrases(`ban biên tập, tòa soạn, quản trị viên, admin, phóng viên, pv, nhóm phóng viên, biên tập, nhóm pv,
    ban thời sự, biên tập viên, tổng hợp, bbt, ctv`),
  source: phrases('nguồn, theo, nguồn tin, dẫn nguồn'),
  editor: phrases('biên tập, biên tập viên, hiệu đính, chịu trách nhiệm'),
  more: phrases('xem thêm, đọc thêm, chi tiết, xem tiếp, đọc tiếp, xem chi tiết, xem tất cả, tìm hiểu thêm'),
  also: phrases(`xem thêm, đọc thêm, tin liên quan, bài liên quan, đọc tiếp, có thể bạn quan tâm, xem tiếp, mời xem,
    tin tiếp theo, mời độc giả xem`),
  lists: phrases(`tin liên quan, bài liên quan, bài viết liên quan, tin cùng chuyên mục, cùng chuyên mục, tin mới,
    tin mới nhất, đọc nhiều, đọc nhiều nhất, xem nhiều, xem nhiều nhất, tin nổi bật, nổi bật, tin nóng,
    có thể bạn quan tâm, bạn có thể quan tâm, tin khác, các tin khác, xem thêm, bài viết mới, bài mới,
    đề xuất, gợi ý, tin tức, tiêu điểm, đáng chú ý, mới nhất, tin đọc nhiều, bài đọc nhiều`),
  published: phrases(
    `ngày đăng, đăng ngày, xuất bản, đăng lúc, thời gian, ngày, cập nhật lúc, ngày xuất bản, thứ, đăng`,
  ),
  updated: phrases('cập nhật, cập nhật lần cuối, sửa đổi, chỉnh sửa, cập nhật mới nhất'),
  photo: phrases('ảnh, hình, hình ảnh, nguồn ảnh, ảnh minh họa, ảnh tư liệu, video, đồ họa, ảnh chụp'),
  agencies: phrases('các hãng tin, hãng tin, hãng thông tấn'),
  contributed: phrases('tổng hợp, phối hợp'),
  republished: phrases('đăng lần đầu, đăng lại từ, bài viết gốc'),
  writings: phrases('bài'),
  tools: phrases(
    `chia sẻ, chia sẻ bài viết, chia sẻ facebook, bình luận, lưu tin, lưu bài, in bài, in bài viết, bản in, sao chép liên kết, copy link, gửi bài, gửi email, nghe, nghe bài viết, quảng cáo, cỡ chữ, về đầu trang, trở lại, quay lại, thích, báo lỗi`,
  ),
  rights: phrases(
    `bản quyền thuộc, toàn bộ bản quyền, giữ bản quyền, mọi quyền được bảo lưu, ghi rõ nguồn, cấm sao chép, không sao chép`,
  ),
  calls: phrases(
    `theo dõi chúng tôi, theo dõi kênh, theo dõi báo, theo dõi trên, mời bạn đọc theo dõi, mời quý độc giả, mời độc giả tham gia, đăng ký nhận, tải ứng dụng, tham gia nhóm, tham gia kênh, cập nhật tin tức, bạn nghĩ gì về, hãy gửi ý kiến, đăng ký tài khoản, tạo tài khoản`,
  ),
  paywall: phrases(
    `dành cho thuê bao, dành cho hội viên, dành riêng cho, để đọc tiếp, đăng nhập để đọc, đăng ký để đọc`,
  ),
  comments: phrases(`bình luận, ý kiến bạn đọc, ý kiến của bạn, gửi bình luận, để lại bình luận`),
  tags: phrases('từ khóa, từ khoá, chủ đề, tags, thẻ'),
  actions: phrases(`đăng ký nhận, đăng nhập, tải ứng dụng, theo dõi chúng tôi, liên hệ`),
  ownPages: phrases(`chính sách bảo mật, chính sách quyền riêng tư, điều khoản sử dụng, bản tin, podcast`),
  ages: phrases(`# phút trước, # giờ trước, # ngày trước, # tuần trước, # tháng trước, # phút đọc`),
  missing: phrases('không tìm thấy trang, trang không tồn tại, trang bạn yêu cầu'),
};
