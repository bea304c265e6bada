@echo off
rem SPDX-License-Identifier: Apache-2.0
setlocal
call "%~dp0gorizont.cmd" stop
pause
