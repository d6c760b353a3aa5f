"""Pure functions over text: decoding, script folding, sentences, tokens, time expressions."""
