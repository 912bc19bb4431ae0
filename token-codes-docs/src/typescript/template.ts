/** A text in parts; a number is the index of the param that is shown there. */
type Template = readonly (string | number)[];

