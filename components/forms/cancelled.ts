/** Somebody closed the dialog that asked them before an act. Nothing happened, and no message is shown. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";

  constructor() {
    super("the person did not go on");
  }
}
