/** For how many minutes a proof of the master password is accepted by acts that ask for one. */
export const proofMinutes = 10;

/** Whether the master password was proven recently enough; false if it never was. */
export const isProofRecent = (provenAt: Date | null, now: Date): boolean =>
  provenAt !== null && Number(now) - Number(provenAt) < proofMinutes * 60_000;
