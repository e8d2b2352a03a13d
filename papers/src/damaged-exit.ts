/** With which a reading process ends over a file that its library could not bear. */
export const damagedExit = 65
