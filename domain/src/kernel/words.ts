/**
 * The part of an event that people said or that names people. It is committed to by a salted hash, so it can be
 * erased (PIPL art. 47) without breaking any proof: `null` is what is left then.
 */
export type Words<Said> = Said | null

/** What a reader sees where words were erased by law. */
export const erasedText = '〔依法删除〕'
