/** How a message goes on about what a referenced document declares. */
export const ELSEWHERE = ' of a referenced document';

/** What there is to do about it: nothing, but to know. */
export const NOT_FOLLOWED = 'It cannot be followed offline, and is not checked.';
