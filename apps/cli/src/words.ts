/** What the command says: Vietnamese first, English beside it. */

/** Exit codes: sound, something was found, or it could not be looked at (wrong usage, unreadable, not reached). */
export const SOUND = 0;
export const FOUND = 1;
export const UNREADABLE = 2;

export const USAGE = `Cách dùng · usage:
  lienthong verify FILE [--hub-key X] [--json]
      kiểm tra ngoại tuyến chứng cứ của một hồ sơ: chuỗi sự kiện, chữ ký, từng phút
      check the exported evidence of a dossier offline: chain, signatures, minutes
  lienthong reconcile MINE THEIRS [--counterpart] [--json]
      đối chiếu hai danh sách hồ sơ đang giữ; --counterpart: THEIRS là danh sách của cơ quan bên kia
      compare two lists of holdings; --counterpart: THEIRS is the list of the other agency
  lienthong reconcile MINE --hub URL [--with AGENCY] [--json]
      đối chiếu với hệ thống; khóa truy cập trong LIENTHONG_KEY
      compare with the hub; the access key stands in LIENTHONG_KEY
Mã thoát · exit codes: 0 khớp · sound, 1 có điểm sai · a finding, 2 không đọc được · usage or unreadable
`;

export interface Words {
  readonly vi: string;
  readonly en: string;
}

/** Thrown for what cannot be looked at: the exit code is 2. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';

  constructor(readonly words: Words) {
    super(words.en);
  }
}

export function unreadableFile(file: string, why: string): Unreadable {
  return new Unreadable({ vi: `không đọc được ${file}: ${why}`, en: `cannot read ${file}: ${why}` });
}
