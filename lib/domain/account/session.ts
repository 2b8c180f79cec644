/** A session of a browser lasts this long at most, whatever the cookie says; one of an app this long without a call. */
export const sessionDays = 30;
