/** Many small pieces of bytes laid in a few large arrays: an array of its own costs a piece some three hundred bytes more. */
export interface ByteStore {
  /** Lays a copy of some bytes down and gives its place. */
  put(bytes: Uint8Array): Place;
  /** The bytes at a place; they belong to the store. */
  get(place: Place): Uint8Array;
}

/** Where a piece lies: the number of its array and its place in it, as one number. */
export type Place = number;

/** No bytes yet. */
export function createByteStore(): ByteStore {
  const slabs: Uint8Array[] = [];
  let end = slabBytes;

  return {
    put(bytes) {
      const length = bytes.length + headBytes;
      if (end + length > slabBytes) {
        // What is larger than any array gets one of its own, and the next piece another.
        slabs.push(new Uint8Array(Math.max(slabBytes, length)));
        end = 0;
      }
      const slab = slabs[slabs.length - 1];
      const at = end;
      new DataView(slab.buffer).setUint32(at, bytes.length);
      slab.set(bytes, at + headBytes);
      end += length;
      return (slabs.length - 1) * slabBytes + at;
    },
    get(place) {
      const slab = slabs[Math.floor(place / slabBytes)];
      const at = place % slabBytes;
      const length = new DataView(slab.buffer).getUint32(at);
      return slab.subarray(at + headBytes, at + headBytes + length);
    },
  };
}

const slabBytes = 1 << 20;
/** Before each piece stands its length. */
const headBytes = 4;
