/** The bucket did not answer in time, or answered something else. `reason` is for the operator. */
export class BucketAway extends Error {
  override name = "BucketAway";
  constructor(readonly reason: string) {
    super(`the bucket: ${reason}`);
  }
}
