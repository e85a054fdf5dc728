"""Lists of organs (机关名录): taken in with a preview, given out."""
