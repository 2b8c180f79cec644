/** How long a log-in of a provider's people lasts, in hours: a working day, if nobody says otherwise. */
export const sessionHours = { least: 1, usual: 12, most: 720 } as const;
