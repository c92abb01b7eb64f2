import { catalogue } from '../words/catalogue.js';

export const signInWords = catalogue(
  {
    title: 'Liên Thông',
    lead: 'Hồ sơ thủ tục hành chính đi qua địa giới: ai giữ, còn bao nhiêu phút làm việc, và vì sao.',
    signIn: 'Đăng nhập bằng tài khoản công vụ',
    demo: 'Tài khoản của bản trình diễn',
    demoHint: 'Ai cũng biết các tài khoản này; bản chạy thật không có chúng.',
    as: (title: string) => `Vào với vai ${title}`,
    filter: 'Tìm đơn vị hoặc vai trò',
    language: 'English',
    roles: { clerk: 'Một cửa', supervisor: 'Giám sát', admin: 'Quản trị', auditor: 'Kiểm tra' },
  },
  {
    title: 'Liên Thông',
    lead: 'Administrative dossiers that cross jurisdictions: who holds one, how many working minutes are left, and why.',
    signIn: 'Sign in with your office account',
    demo: 'Accounts of the demonstration',
    demoHint: 'Everybody knows these accounts; an installation in service has none of them.',
    as: (title) => `Enter as ${title}`,
    filter: 'Find an office or a role',
    language: 'Tiếng Việt',
    roles: { clerk: 'Clerk', supervisor: 'Supervisor', admin: 'Admin', auditor: 'Auditor' },
  },
);
