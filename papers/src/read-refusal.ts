/** Why a paper could not be read: what it is and the way out, in the clerk's language. */
export type ReadRefusal = Readonly<{ code: string; zh: string; en: string }>
