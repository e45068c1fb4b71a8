"""Checks of the random documents: python3 -m unittest corpus/make/test_documents.py (about a minute)"""
import hashlib
import json
import pathlib
import re
import sys
import tempfile
import unicodedata
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE / "papers")]
import choices  # noqa: E402
import make  # noqa: E402
import pen  # noqa: E402
import scoring  # noqa: E402
import times  # noqa: E402
import words  # noqa: E402

SEEDS = range(900, 912)


def digests(folder):
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.rglob("*")) if path.is_file()}


def squeezed(text):
    """Without spaces and case: what a narrow cell or a line's end parted is one again."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text)).casefold()


class Documents(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = tempfile.TemporaryDirectory()
        cls.folders = []
        for seed in SEEDS:
            folder = pathlib.Path(cls.work.name) / str(seed)
            make.make(seed, folder, {"file": "born"})
            cls.folders.append(folder)

    @classmethod
    def tearDownClass(cls):
        cls.work.cleanup()

    def read(self, folder, name):
        return json.loads((folder / name).read_text("utf-8"))

    def test_same_seed_same_bytes(self):
        for seed, form in ((31, "pdf"), (32, "born"), (33, "tif"), (34, "text")):
            with self.subTest(form), tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
                make.make(seed, one, {"file": form})
                make.make(seed, two, {"file": form})
                self.assertEqual(digests(pathlib.Path(one)), digests(pathlib.Path(two)))

    def test_head_stands_in_the_text(self):
        for folder in self.folders:
            text, notes = squeezed((folder / "gold.txt").read_text("utf-8")), self.read(folder, "notes.json")
            head = self.read(folder, "gold.json")["document"]
            for field in ("number", "place", "subject", "typeName"):
                if head.get(field):
                    self.assertIn(squeezed(head[field]), text, (folder.name, field))
            for field in ("title", "name"):
                if head["signer"][field]:
                    self.assertIn(squeezed(head["signer"][field]), text, (folder.name, field))
            if head["symbol"] and notes["how"]["symbol"] == "printed":
                self.assertIn(squeezed(head["symbol"].split("-")[-1]), text, folder.name)

    def test_day_and_its_parts_agree(self):
        for folder in self.folders:
            head = self.read(folder, "gold.json")["document"]
            parts = head["dateParts"]
            if head["date"]:
                self.assertEqual(head["date"], f"{parts['year']}-{parts['month']:02d}-{parts['day']:02d}")
            else:
                self.assertIsNone(parts["day"])

    def test_tasks_stand_in_the_text_with_all_their_words(self):
        for folder in self.folders:
            text, gold = (folder / "gold.txt").read_text("utf-8"), self.read(folder, "gold.json")
            found = set(re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold()))
            for task in gold["tasks"]:
                wanted = re.findall(r"\w+", " ".join([task["content"], *task["lead"], *task["cooperating"], task["deadline"]["text"] or ""]).casefold())
                self.assertFalse(set(wanted) - found, (folder.name, task["number"]))

    def test_no_task_twice(self):
        for folder in self.folders:
            contents = [task["content"] for task in self.read(folder, "gold.json")["tasks"]]
            self.assertEqual(len(contents), len(set(contents)), folder.name)

    def test_lists_agree_with_their_notes(self):
        for folder in self.folders:
            gold, notes = self.read(folder, "gold.json"), self.read(folder, "notes.json")
            self.assertEqual(len(gold["tasks"]), len(notes["also"].get("tasks", [])))
            for section in gold["sections"]:
                self.assertTrue(section["label"])

    def test_gold_scores_full_against_itself(self):
        for folder in self.folders:
            gold, notes = self.read(folder, "gold.json"), self.read(folder, "notes.json")
            result = scoring.score({"documents": [gold]}, gold, notes)
            self.assertEqual(set(result["figures"].values()), {1.0}, folder.name)
            self.assertEqual(set(result["head"].values()), {"right"}, folder.name)


class Parts(unittest.TestCase):
    def test_choices_do_not_hang_on_one_another(self):
        """Fixing one choice leaves the others as they were drawn."""
        free, fixed = choices.draw(5), choices.draw(5, {"font": "Arimo"})
        self.assertEqual({k: v for k, v in free.items() if k != "font"}, {k: v for k, v in fixed.items() if k != "font"})

    def test_every_level_is_drawn(self):
        seen = [choices.draw(seed) for seed in range(600)]
        for name, levels in choices.LEVELS.items():
            missing = set(levels) - {c.get(name) for c in seen}
            self.assertLessEqual(missing, {"v-v", "plain"}, (name, missing))

    def test_working_days_leave_weekends_out(self):
        import datetime
        import random
        clock = times.Times(datetime.date(2025, 6, 6), "printed", "/", "days", ["A"])  # a Friday
        made = clock.working(random.Random(1), None)
        count = int(re.search(r"\d+", made.text)[0])
        self.assertEqual(made.due, {3: "2025-06-11", 5: "2025-06-13", 10: "2025-06-20"}[count])

    def test_ways_of_writing_differ(self):
        import random
        drawn = {pen.figures("147", hand, "blue", 13, random.Random(1)) for hand in pen.HANDS}
        self.assertEqual(len(drawn), len(pen.HANDS))

    def test_goals_say_their_figure(self):
        for name, lines in words.lists("matters").items():
            for line in lines if name.endswith(".goal") else ():
                self.assertEqual((line.count("{v}"), line.count("|")), (1, 3), line)


if __name__ == "__main__":
    unittest.main()
