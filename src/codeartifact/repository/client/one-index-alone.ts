/** Why pip, and what hands work to it, can not install internal packages only: a clause behind who it is. */
export const ONE_INDEX_ALONE =
  'knows no index for some packages alone, and of two indexes it takes the higher version, whoever made it';
