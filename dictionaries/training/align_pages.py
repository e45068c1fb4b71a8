#!/usr/bin/env python3
"""Aligns what Tesseract read with what was printed, token by token.

  align_pages.py PAGES --pairs-eng FILE --pairs-vie FILE [--held-out DIR]

Writes `seen<TAB>meant<TAB>count`; a space inside either side is a wrongly split or joined word. Every tenth page is not
used but written to the held-out folder as line-aligned texts (K.true.txt, K.eng.txt, K.vie.txt) for measuring.
"""
import argparse, csv, glob, os, re, unicodedata
from collections import Counter
from rapidfuzz.distance import Levenshtein

LOOKS = str.maketrans({'6': 'o', '0': 'o', '1': 'l', '|': 'l', '§': 's', '¢': 'c', '€': 'e', '4': 'a', '@': 'a', '&': 'e', '5': 's',
                       '8': 's', '9': 'g', 'đ': 'd', 'i': 'l', 't': 'l', 'í': 'l'})


def skeleton(text):
    plain = unicodedata.normalize('NFD', text.lower().replace('đ', 'd'))
    return ''.join(c for c in plain if not unicodedata.combining(c)).translate(LOOKS)


def distance(seen, meant):
    return Levenshtein.distance(skeleton(seen), skeleton(meant))


def align(seen, meant, cost, gap):
    """Best alignment by steps of (n seen, m meant); yields index ranges."""
    steps = [(1, 1), (1, 2), (2, 1), (1, 0), (0, 1)]
    best = {(0, 0): (0, None)}
    for i in range(len(seen) + 1):
        for j in range(len(meant) + 1):
            if (i, j) not in best:
                continue
            here = best[i, j][0]
            for a, b in steps:
                if i + a > len(seen) or j + b > len(meant) or abs((i + a) - (j + b)) > 8:
                    continue
                price = gap if 0 in (a, b) else cost(seen[i:i + a], meant[j:j + b]) + 0.6 * (a != b)
                key = (i + a, j + b)
                if key not in best or best[key][0] > here + price:
                    best[key] = (here + price, (i, j))
    key, path = (len(seen), len(meant)), []
    while key in best and best[key][1] is not None:
        previous = best[key][1]
        path.append((previous, key))
        key = previous
    return list(reversed(path))


def line_cost(a, b):
    one, two = (' '.join(word for line in side for word in line) for side in (a, b))
    return 30 * Levenshtein.normalized_distance(skeleton(one), skeleton(two))


def token_cost(a, b):
    return distance(''.join(a), ''.join(b)) / max(1, len(''.join(b))) * 4


def vie_lines(path):
    lines, key = [], None
    with open(path, encoding='utf-8') as file:
        for row in csv.DictReader(file, delimiter='\t', quoting=csv.QUOTE_NONE):
            if row['level'] != '5' or not row['text'].strip():
                continue
            here = (row['block_num'], row['par_num'], row['line_num'])
            if here != key:
                lines.append([])
                key = here
            lines[-1].append((row['text'], float(row['conf'])))
    return lines


def page_pairs(read, true):
    """(seen line, true line) for lines that match one to one."""
    for (i, j), (k, m) in align(read, true, line_cost, 12):
        if k - i == 1 and m - j == 1:
            yield i, j


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('pages')
    parser.add_argument('--pairs-eng', required=True)
    parser.add_argument('--pairs-vie', required=True)
    parser.add_argument('--held-out')
    options = parser.parse_args()
    counts = {'eng': Counter(), 'vie': Counter()}
    for path in sorted(glob.glob(os.path.join(options.pages, '*.true.txt'))):
        base = path[:-len('.true.txt')]
        if not os.path.exists(base + '.vie.tsv') or not os.path.exists(base + '.eng.txt'):
            continue
        true = [line.split() for line in open(path, encoding='utf-8').read().split('\n') if line.strip()]
        english = [line.split() for line in open(base + '.eng.txt', encoding='utf-8').read().split('\n') if line.strip()]
        vietnamese = vie_lines(base + '.vie.tsv')
        vietnamese_words = [[word for word, _ in line] for line in vietnamese]
        is_held = int(os.path.basename(base)) % 10 == 9
        for language, read in (('eng', english), ('vie', vietnamese_words)):
            matched = list(page_pairs(read, true))
            if is_held and options.held_out:
                os.makedirs(options.held_out, exist_ok=True)
                out = os.path.join(options.held_out, os.path.basename(base))
                with open(f'{out}.{language}.txt', 'w') as seen, open(f'{out}.{language}.true.txt', 'w') as gold:
                    for i, j in matched:
                        seen.write(' '.join(read[i]) + '\n')
                        gold.write(' '.join(true[j]) + '\n')
                if language == 'vie':
                    with open(f'{out}.vie.conf', 'w') as conf:
                        for i, j in matched:
                            conf.write(' '.join(f'{c:.1f}' for _, c in vietnamese[i]) + '\n')
                continue
            for i, j in matched:
                for (a, b), (c, d) in align(read[i], true[j], token_cost, 3):
                    if a < c and b < d and token_cost(read[i][a:c], true[j][b:d]) < 2.6:
                        counts[language][' '.join(read[i][a:c]), ' '.join(true[j][b:d])] += 1
    for language, path in (('eng', options.pairs_eng), ('vie', options.pairs_vie)):
        with open(path, 'w', encoding='utf-8') as file:
            for (seen, meant), count in sorted(counts[language].items(), key=lambda item: (-item[1], item[0])):
                file.write(f'{seen}\t{meant}\t{count}\n')


if __name__ == '__main__':
    main()
