// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * From text to what is compared: words, lower case, ё as е, stems of Russian words (Dolamic and Savoy's light stemmer)
 * and of English ones (Porter's). The same for the index and for what people type.
 */
final class WordForms extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream plain = new YoFilter(new LowerCaseFilter(words));
        return new TokenStreamComponents(words, new PorterStemFilter(new RussianLightStemFilter(plain)));
    }

    /** For beginnings of words and misspelt ones, which have no stem. */
    @Override
    protected TokenStream normalize(String field, TokenStream word) {
        return new YoFilter(new LowerCaseFilter(word));
    }
}
