/**
 * The window of a question in a store's own language that names none. What is sent to such a store can be asked for minutes
 * later, so that a shorter one would often be empty.
 */
export const defaultWindowSeconds = 300;
