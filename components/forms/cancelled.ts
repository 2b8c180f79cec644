/** Somebody closed what asked them before an act: nothing happened, and nothing is to be said. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";

  constructor() {
    super("the person did not go on");
  }
}
