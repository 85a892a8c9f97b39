/**
 * A function that makes something of data, made to do so once for each: what the words of a language become when they are laid
 * out to be looked up. Keeps what it made for good, so `data` must be of the program and not of a text; what else goes into it
 * must always be the same with the same data.
 */
export function oncePer<Data, Rest extends readonly unknown[], Made>(
  make: (data: Data, ...rest: Rest) => Made,
): (data: Data, ...rest: Rest) => Made {
  const made = new Map<Data, { readonly value: Made }>();
  return (data, ...rest) => {
    let found = made.get(data);
    if (found === undefined) {
      found = { value: make(data, ...rest) };
      made.set(data, found);
    }
    return found.value;
  };
}
