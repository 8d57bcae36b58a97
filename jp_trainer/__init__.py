"""A desktop trainer for Japanese: from the first kana to the test and the workplace."""
