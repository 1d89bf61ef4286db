// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace marquee::bench {

struct Size
{
    int windows = 40000;
    int rounds = 7;
};

void benchBatch(const Size &size);
void benchBatchMemory(const Size &size);
void benchDiff(const Size &size);
void benchKeystroke(const Size &size);
void benchMessage(const Size &size);
void benchInventory(const Size &size);
void benchOpen(const Size &size);
void benchValidate(const Size &size);
void benchWorkspace(const Size &size);
// Where the editor is built.
void benchStart(const Size &size);
void benchEditorKeystroke(const Size &size);
void benchTimeline(const Size &size);
void benchFind(const Size &size);
void benchShow(const Size &size);
void benchBulk(const Size &size);
void benchPaste(const Size &size);

} // namespace marquee::bench
