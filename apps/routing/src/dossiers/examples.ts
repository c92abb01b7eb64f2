/** Requests that work as printed in the documentation of the demonstration. */
export const OPENING_EXAMPLE = {
  as: 'haiphong-hai-an',
  body: {
    type: 'receive',
    intake: {
      procedureCode: '1.004873',
      channel: 'counter',
      jurisdiction: { residence: { communeCode: '11411' } },
    },
    private: { persons: [{ role: 'applicant', name: 'Nguyễn Thị Ví Dụ' }] },
  },
  status: 201,
};
