// Words that every text is full of: a group of nothing else says nothing about where it comes from.

export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a about after again all also am an and any are aren't as at be because been before being but by can can't cannot could
  couldn't did didn't do does doesn't doing don't down each even for from get go going gonna got had has have haven't having he
  he's her here him his how i i'd i'll i'm i've if in into is isn't it it's its just know let's like me more most much my no not
  now of off on one only or other our out over own really s said same say she she's should so some such t than that that's the
  their them then there there's these they they're they've think this those through to too up us very want was wasn't way we we'll
  we're we've well were what what's when where which while who why will with won't would wouldn't you you're you've your`.split(
    /\s+/,
  ),
);
