/** The round dot of a radio button, shared by the plain list and the cards. */
export const radioClass =
  "mt-0.5 size-4 flex-none appearance-none rounded-full border-[1.5px] border-edge bg-raised transition-[border-color,border-width] checked:border-[5px] checked:border-primary disabled:opacity-55";
