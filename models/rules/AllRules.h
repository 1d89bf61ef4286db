// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Rule.h"

#include <memory>
#include <vector>

namespace marquee::rules {

/// Every rule of this program. A new rule: its file in payload/, avails/, terms/, batches/, performances/ or productions/, and its name here and in
/// AllRules.cpp.
std::vector<std::unique_ptr<Rule>> makeAllRules();

std::unique_ptr<Rule> makePL001();
std::unique_ptr<Rule> makePL002();
std::unique_ptr<Rule> makePL003();
std::unique_ptr<Rule> makePL004();
std::unique_ptr<Rule> makePL005();
std::unique_ptr<Rule> makePL006();
std::unique_ptr<Rule> makeAV001();
std::unique_ptr<Rule> makeAV002();
std::unique_ptr<Rule> makeAV003();
std::unique_ptr<Rule> makeAV004();
std::unique_ptr<Rule> makeAV005();
std::unique_ptr<Rule> makeAV006();
std::unique_ptr<Rule> makeAV007();
std::unique_ptr<Rule> makeAV008();
std::unique_ptr<Rule> makeAV009();
std::unique_ptr<Rule> makeAV010();
std::unique_ptr<Rule> makeAV011();
std::unique_ptr<Rule> makeAV012();
std::unique_ptr<Rule> makeAV013();
std::unique_ptr<Rule> makeAV014();
std::unique_ptr<Rule> makeAV101();
std::unique_ptr<Rule> makeAV102();
std::unique_ptr<Rule> makeAV103();
std::unique_ptr<Rule> makeAV104();
std::unique_ptr<Rule> makeAV105();
std::unique_ptr<Rule> makeAV106();
std::unique_ptr<Rule> makeAV107();
std::unique_ptr<Rule> makeAV108();
std::unique_ptr<Rule> makeAV109();
std::unique_ptr<Rule> makeAV110();
std::unique_ptr<Rule> makeAV111();
std::unique_ptr<Rule> makeAV112();
std::unique_ptr<Rule> makeAV113();
std::unique_ptr<Rule> makeAV114();
std::unique_ptr<Rule> makeAV115();
std::unique_ptr<Rule> makeTM001();
std::unique_ptr<Rule> makeTM002();
std::unique_ptr<Rule> makeTM003();
std::unique_ptr<Rule> makeTM004();
std::unique_ptr<Rule> makeTM005();
std::unique_ptr<Rule> makeTM006();
std::unique_ptr<Rule> makeTM007();
std::unique_ptr<Rule> makeTM008();
std::unique_ptr<Rule> makeTM009();
std::unique_ptr<Rule> makeTM010();
std::unique_ptr<Rule> makeTM011();
std::unique_ptr<Rule> makeTM012();
std::unique_ptr<Rule> makeTM013();
std::unique_ptr<Rule> makeTM014();
std::unique_ptr<Rule> makeTM015();
std::unique_ptr<Rule> makeTM016();
std::unique_ptr<Rule> makeBA001();
std::unique_ptr<Rule> makeBA002();
std::unique_ptr<Rule> makeBA003();
std::unique_ptr<Rule> makeBA004();
std::unique_ptr<Rule> makeBA005();
std::unique_ptr<Rule> makeBA006();
std::unique_ptr<Rule> makePF001();
std::unique_ptr<Rule> makePF002();
std::unique_ptr<Rule> makePF003();
std::unique_ptr<Rule> makePF004();
std::unique_ptr<Rule> makePF005();
std::unique_ptr<Rule> makePF006();
std::unique_ptr<Rule> makePF007();
std::unique_ptr<Rule> makePF008();
std::unique_ptr<Rule> makePF009();
std::unique_ptr<Rule> makePF010();
std::unique_ptr<Rule> makePF011();
std::unique_ptr<Rule> makePF012();
std::unique_ptr<Rule> makePF013();
std::unique_ptr<Rule> makePF014();
std::unique_ptr<Rule> makePF015();
std::unique_ptr<Rule> makeAT001();
std::unique_ptr<Rule> makeAT002();
std::unique_ptr<Rule> makeAT003();
std::unique_ptr<Rule> makeAT004();
std::unique_ptr<Rule> makeAT005();
std::unique_ptr<Rule> makeAT006();
std::unique_ptr<Rule> makeAT007();
std::unique_ptr<Rule> makeAT008();
std::unique_ptr<Rule> makeAT009();

} // namespace marquee::rules
