/** How long a proof of the master password is good for what asks for one, in minutes. */
export const proofMinutes = 10;

/** Whether the master password was proven recently enough. Never proven is not. */
export const isProofRecent = (provenAt: Date | null, now: Date): boolean =>
  provenAt !== null && Number(now) - Number(provenAt) < proofMinutes * 60_000;
