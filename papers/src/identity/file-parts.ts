/** Where in a file the text that was hashed stands. */
export const truthPart = 'customXml/item1.xml'

/** The name of the file attached to a PDF. */
export const truthFile = 'luoshi-paper.json'
