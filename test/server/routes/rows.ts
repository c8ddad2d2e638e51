/** What most rows begin with. */
export const get = { verb: 'GET', auth: 'required' } as const;
export const post = { verb: 'POST', auth: 'required' } as const;
