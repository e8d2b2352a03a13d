/** The traditional characters that the copying site of our damaged texts puts pinyin behind. */
export const GLOSSED =
  '實評會結領導認對時務負責進項續質國機關動應監個強識轉風設堅場經濟發運規執嚴當創護業績權礎調驗穩勢擔內獨勵揚現獻'
