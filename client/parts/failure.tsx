/** Why something did not work, said at once. */
export const Failure = ({ text }: { readonly text: string | null }) =>
  text === null ? null : (
    <p class="failure" role="alert">
      {text}
    </p>
  );
